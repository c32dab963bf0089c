import type { BackendRequest } from "../../server/backend.ts";
import type { MockResponse } from "../../server/mock-response.ts";
import type { Database } from "./database.ts";
import { notFound } from "./errors.ts";
import type { Quota, RateLimiter } from "./rate-limits.ts";

/** How a KeyNest behaves. */
export interface Settings {
  /** The key that client administration takes. */
  readonly adminKey: string;
  /** How many objects a page has. */
  readonly pageSize: number;
  readonly accessTokenLifetimeMs: number;
  readonly refreshTokenLifetimeMs: number;
  /** Whether the refresh token of a JWT pair can be used once only, and its use gives a new one. */
  readonly rotatesRefreshTokens: boolean;
}

/** What all requests share. */
export interface KeyNest {
  readonly database: Database;
  readonly limiter: RateLimiter;
  readonly settings: Settings;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** @returns random bytes */
  readonly random: (size: number) => Buffer;
}

/** A request and what it takes to answer it. */
export interface Call extends KeyNest {
  readonly request: BackendRequest;
  /** The body: a JSON value, or the parts of a form by name; null for none. It fits the description. */
  readonly body: unknown;
  /** What was found out about the request on the way. */
  readonly notes: Notes;
}

export interface Notes {
  /** How many requests its sender has left. */
  quota?: Quota;
  /** The UUID of the API key that its credential was issued for. */
  key?: string;
}

/** Who is logged in. */
export interface User {
  readonly id: number;
  readonly username: string;
  readonly email: string;
  readonly first_name: string;
  readonly last_name: string;
  readonly full_name: string;
  readonly date_joined: number;
  readonly last_login: number | null;
  readonly is_active: number;
}

/** A request of a user. */
export interface UserCall extends Call {
  readonly user: User;
}

/** Answers a request of its kind. Throws a `Refusal`. */
export type Handler<Kind extends Call = Call> = (call: Kind) => MockResponse;

/** The answer to a request that succeeded. */
export function ok(body: unknown): MockResponse {
  return { status: 200, body };
}

export function created(body: unknown): MockResponse {
  return { status: 201, body };
}

export const noContent: MockResponse = { status: 204 };

/** An id in the path. */
export function idOf({ request }: Call, name: string): number {
  const text = request.pathParams[name] ?? "";
  // Prism takes `0x1` and `1.0` for integers, which the real server does not. No id is too large for a number.
  if (!/^\d+$/.test(text) || !Number.isSafeInteger(Number(text))) throw notFound();
  return Number(text);
}

/** A parameter of the query, the last of its name; undefined when it is missing or empty. */
export function queryOf({ request }: Call, name: string): string | undefined {
  const values = request.query[name];
  return (Array.isArray(values) ? values.at(-1) : values) || undefined;
}

/** A number in the query, for a filter. */
export function numberOf(call: Call, name: string): number | null {
  const text = queryOf(call, name);
  if (text === undefined) return null;
  // No object has such an id, so that the filter lets nothing pass.
  return Number.isSafeInteger(Number(text)) ? Number(text) : -1;
}

import type { BackendRequest } from "../../server/backend.ts";
import type { MockResponse } from "../../server/mock-response.ts";
import type { Database } from "./database.ts";
import { notFound } from "./errors.ts";
import type { Quota, RateLimiter } from "./rate-limits.ts";

/** How a KeyNest behaves. */
export interface Settings {
  /** The key for client administration. */
  readonly adminKey: string;
  /** Objects per page. */
  readonly pageSize: number;
  readonly accessTokenLifetimeMs: number;
  readonly refreshTokenLifetimeMs: number;
  /** Whether the refresh token of a JWT pair works once, and returns the next one. */
  readonly rotatesRefreshTokens: boolean;
}

/** The parts of a KeyNest that all requests share. */
export interface KeyNest {
  readonly database: Database;
  readonly limiter: RateLimiter;
  readonly settings: Settings;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** @returns random bytes */
  readonly random: (size: number) => Buffer;
}

/** A request with everything that a handler needs. */
export interface Call extends KeyNest {
  readonly request: BackendRequest;
  /** The body: a JSON value, or the parts of a form by name; null for none. It fits the description. */
  readonly body: unknown;
  /** Facts about the request that the steps before the handler have found. */
  readonly notes: Notes;
}

export interface Notes {
  /** The rate limit of the caller. */
  quota?: Quota;
  /** The UUID of the API key that its credential was issued for. */
  key?: string;
}

/** The user of a request. */
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

/** Carries out a request. @throws {Refusal} if it is refused */
export type Handler<Kind extends Call = Call> = (call: Kind) => MockResponse;

/** Makes the response of a success. */
export function ok(body: unknown): MockResponse {
  return { status: 200, body };
}

export function created(body: unknown): MockResponse {
  return { status: 201, body };
}

export const noContent: MockResponse = { status: 204 };

/** Reads an ID in the path. @throws {Refusal} 404 if it is not one */
export function pathId({ request }: Call, name: string): number {
  const text = request.pathParams[name] ?? "";
  // Prism takes `0x1` and `1.0` for integers, but the real server does not. All IDs are safe integers.
  if (!/^\d+$/.test(text) || !Number.isSafeInteger(Number(text))) throw notFound();
  return Number(text);
}

/** Reads a query parameter, the last of its name. @returns undefined when it is missing or empty */
export function queryOf({ request }: Call, name: string): string | undefined {
  const values = request.query[name];
  return (Array.isArray(values) ? values.at(-1) : values) || undefined;
}

/** Reads a number in the query, for a filter. @returns null when it is missing */
export function numberOf(call: Call, name: string): number | null {
  const text = queryOf(call, name);
  if (text === undefined) return null;
  // No object has the ID -1, so the filter matches nothing.
  return Number.isSafeInteger(Number(text)) ? Number(text) : -1;
}

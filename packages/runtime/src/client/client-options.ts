import type { Clock } from "../clock.ts";
import type { Credential } from "../credentials/credential.ts";
import { UsageError } from "../errors/usage-error.ts";
import { internalsOf } from "../internals.ts";
import type { CallOptions, HeaderValues } from "../options.ts";
import type { Fetch } from "./client.ts";

/** Options of a client. */
export interface ClientOptions<C extends Credential = Credential> extends CallOptions {
  /** Absolute `http` or `https` URL; may have a path. */
  readonly baseUrl: string;
  /** Credentials, one per security scheme. */
  readonly auth?: C | readonly C[] | undefined;
  /** @default the global `fetch`, looked up at each request */
  readonly fetch?: Fetch | undefined;
  /** Sent with every request. `authorization` is left out where an operation has no security. */
  readonly headers?: HeaderValues | undefined;
  /** Replaces the clock, for tests. @default the system clock */
  readonly clock?: Clock | undefined;
  /** Returns a number from 0 to 1 for the jitter of waits, for tests. @default Math.random */
  readonly random?: (() => number) | undefined;
}

/** The private state of a client. */
export interface ClientState extends ClientOptions {
  readonly credentials: readonly Credential[];
  /** Keeps the headers of a response, if they have a rate limit. */
  readonly noteRateLimit: (headers: Headers) => void;
}

/** @throws {UsageError} if the value was not made by `createClient` */
export function clientStateOf(client: unknown): ClientState {
  const state = internalsOf<ClientState>(client);
  if (!state) throw new UsageError("the first argument must be a client");
  return state;
}

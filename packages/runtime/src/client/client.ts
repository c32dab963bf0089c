import type { Clock } from "../clock.ts";
import type { RateLimit } from "./rate-limit.ts";

/**
 * The part of `fetch` that a client uses: it passes the URL as text, and an init object. If it is disposable, it is
 * disposed of with the client.
 */
export interface Fetch {
  (url: string, init: RequestInit): Promise<Response>;
  [Symbol.asyncDispose]?(): PromiseLike<void>;
}

/** A client of an API. `Schemes` are the security schemes that it carries credentials for. */
// biome-ignore lint/complexity/noBannedTypes: no scheme at all, which every client is assignable to
export interface Client<Schemes = {}> {
  readonly baseUrl: string;
  readonly fetch: Fetch;
  readonly clock: Clock;
  /** The rate limit from the last response that had `X-RateLimit-*` headers. */
  readonly rateLimit: RateLimit | undefined;
  /** Disposes of `fetch`, if it is disposable. */
  [Symbol.asyncDispose](): Promise<void>;
  /** Exists in the types alone. */
  readonly "~schemes": Schemes;
}

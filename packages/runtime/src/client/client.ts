import type { Clock } from "../clock.ts";
import type { RateLimit } from "./rate-limit.ts";

/**
 * The part of `fetch` that is used: always called with a URL in text and an init object. One that can be disposed of is
 * disposed of with the client.
 */
export interface Fetch {
  (url: string, init: RequestInit): Promise<Response>;
  [Symbol.asyncDispose]?(): PromiseLike<void>;
}

/** What `createClient` makes. `Schemes` are the security schemes that it carries credentials for. */
// biome-ignore lint/complexity/noBannedTypes: no scheme at all, which every client is assignable to
export interface Client<Schemes = {}> {
  readonly baseUrl: string;
  readonly fetch: Fetch;
  readonly clock: Clock;
  /** The rate limit as the last response with `X-RateLimit-*` headers told it. */
  readonly rateLimit: RateLimit | undefined;
  /** Closes what `fetch` holds open, if it can be disposed of. */
  [Symbol.asyncDispose](): Promise<void>;
  /** Exists in the types alone. */
  readonly "~schemes": Schemes;
}

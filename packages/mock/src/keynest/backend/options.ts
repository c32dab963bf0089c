import type { RateLimits } from "./rate-limits.ts";

/** How the stateful KeyNest behaves. */
export interface KeyNestOptions {
  /**
   * The file that keeps everything, an SQLite database. It is made when there is none, for the eyes of its owner alone.
   * Values and names stand in it in the clear; passwords and tokens are hashed.
   * @default in memory, until the end of the process
   */
  data?: string;
  /**
   * What there is at the start: the users, organizations, projects, environments and variables of the description's
   * examples, or nothing. A data file that exists already stays as it is.
   * @default "examples"
   */
  start?: "examples" | "empty";
  /**
   * The time, in milliseconds since 1970.
   * @default Date.now
   */
  clock?: () => number;
  /**
   * Random bytes, for tokens and keys; others each time.
   * @default crypto.randomBytes
   */
  random?: (size: number) => Uint8Array;
  /**
   * The key that client administration takes.
   * @default "123abc"
   */
  adminKey?: string;
  /**
   * How many objects a page has.
   * @default 20
   */
  pageSize?: number;
  /**
   * How long the access tokens of JWT pairs, clients and OAuth 2.0 are valid.
   * @default 300_000
   */
  accessTokenLifetimeMs?: number;
  /**
   * How long the refresh tokens are valid.
   * @default 86_400_000
   */
  refreshTokenLifetimeMs?: number;
  /**
   * Whether each refresh token of a JWT pair can be used once only, and its use gives a new one.
   * @default true
   */
  rotateRefreshTokens?: boolean;
  /**
   * Answers 429 to those who ask too often: `true` for 1000 requests an hour for each user, and 5 logins and
   * registrations a minute for each address.
   * @default false
   */
  rateLimits?: boolean | RateLimits;
}

import type { RateLimits } from "./rate-limits.ts";

/** Options of the KeyNest with state. */
export interface KeyNestOptions {
  /**
   * The file that stores everything, an SQLite database. It is created if there is none, readable by its owner alone.
   * Values and names are stored in plain text, passwords and tokens as hashes.
   * @default in memory, until the end of the process
   */
  data?: string;
  /**
   * The objects at the start: the users, organizations, projects, environments and variables in the examples of the
   * description, or none. An existing data file does not change.
   * @default "examples"
   */
  start?: "examples" | "empty";
  /**
   * Returns the time, in milliseconds since 1970.
   * @default Date.now
   */
  clock?: () => number;
  /**
   * Returns random bytes, for tokens and keys; different ones each time.
   * @default crypto.randomBytes
   */
  random?: (size: number) => Uint8Array;
  /**
   * The key for client administration.
   * @default "123abc"
   */
  adminKey?: string;
  /**
   * Objects per page.
   * @default 20
   */
  pageSize?: number;
  /**
   * How long the access tokens of JWT pairs, clients and OAuth 2.0 are valid, in milliseconds.
   * @default 300_000
   */
  accessTokenLifetimeMs?: number;
  /**
   * How long refresh tokens are valid, in milliseconds.
   * @default 86_400_000
   */
  refreshTokenLifetimeMs?: number;
  /**
   * Whether the refresh token of a JWT pair works once, and returns the next one.
   * @default true
   */
  rotateRefreshTokens?: boolean;
  /**
   * Responds with 429 to too many requests: `true` allows 1000 requests an hour for each user, and 5 logins and
   * registrations a minute for each address.
   * @default false
   */
  rateLimits?: boolean | RateLimits;
}

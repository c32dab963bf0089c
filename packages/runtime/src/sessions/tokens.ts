import { ownProperties } from "../own-properties.ts";

/** The result of a login or a renewal. */
export interface Grant {
  /** The access token, which requests carry. */
  readonly access: string;
  /** The refresh token. A renewal without one keeps the previous one. */
  readonly refresh?: string | undefined;
  /** How long `access` is valid, in seconds. @default the lifetime in the token, if it is a JWT */
  readonly expiresIn?: number | undefined;
}

/** A grant in a store: plain data that can be JSON. Times are milliseconds since the epoch. */
export interface Tokens {
  readonly access: string;
  readonly refresh?: string | undefined;
  /** When `access` must be renewed; undefined if it is valid until the server refuses it. */
  readonly renewAt?: number | undefined;
  /** When `refresh`, or without it `access`, expires; undefined if unknown. */
  readonly endsAt?: number | undefined;
}

/**
 * Adds the times of expiry to a grant.
 *
 * @param now - milliseconds since the epoch
 * @param marginMs - how long before its expiry a token is replaced, in milliseconds; at most half of its lifetime
 */
export function toTokens(grant: Grant, now: number, marginMs: number): Tokens {
  const { access, refresh, expiresIn } = ownProperties(grant);
  const life = expiresIn ? expiresIn * 1000 : lifeOf(access, now);
  const kept = refresh ? lifeOf(refresh, now) : life;
  return {
    access,
    refresh,
    renewAt: life === undefined ? undefined : now + life - Math.min(marginMs, life / 2),
    endsAt: kept === undefined ? undefined : now + kept,
  };
}

/** Whether a value from a store has the form of tokens. */
export function isTokens(value: unknown): value is Tokens {
  const { access, refresh = "", renewAt = 0, endsAt = 0 } = Object(value) as Record<string, unknown>;
  return (
    !!access &&
    `${typeof access} ${typeof refresh} ${typeof renewAt} ${typeof endsAt}` === "string string number number"
  );
}

/**
 * The lifetime of a JWT in milliseconds: the difference of `exp` and `iat` (RFC 7519, section 4.1), because the token is new
 * and the server's clock may differ. Returns undefined when the token is not a JWT.
 */
function lifeOf(token: string, now: number): number | undefined {
  try {
    const payload = token.split(".")[1] ?? "";
    const { exp, iat = now / 1000 } = JSON.parse(atob(payload.replaceAll("-", "+").replaceAll("_", "/")));
    return exp > 0 ? Math.max(0, exp - iat) * 1000 : undefined;
  } catch {
    return undefined;
  }
}

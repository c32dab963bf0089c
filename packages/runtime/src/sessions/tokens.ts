import { ownProperties } from "../own-properties.ts";

/** What a login, or the renewal of one, gives. */
export interface Grant {
  /** What requests carry. */
  readonly access: string;
  /** What renews it. A renewal without one keeps the one before. */
  readonly refresh?: string | undefined;
  /** How long `access` is valid, in seconds. @default what the token says, if it is a JWT */
  readonly expiresIn?: number | undefined;
}

/** A grant as it is kept: plain data, for stores that write JSON. Times are milliseconds since the epoch. */
export interface Tokens {
  readonly access: string;
  readonly refresh?: string | undefined;
  /** When another is due; undefined if it is valid until the server refuses it. */
  readonly renewAt?: number | undefined;
  /** When `refresh`, or without it `access`, is no longer valid, where that is known. */
  readonly endsAt?: number | undefined;
}

/**
 * Notes when a grant runs out.
 *
 * @param now - milliseconds since the epoch
 * @param marginMs - how long before its end a token is replaced, but never longer than half of its life
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

/** Whether a value from a store is what was put there. */
export function isTokens(value: unknown): value is Tokens {
  const { access, refresh = "", renewAt = 0, endsAt = 0 } = ownProperties(value as Record<string, unknown>);
  return (
    !!access &&
    `${typeof access} ${typeof refresh} ${typeof renewAt} ${typeof endsAt}` === "string string number number"
  );
}

/**
 * How long a JWT is valid, in milliseconds. By the difference of `exp` and `iat` (RFC 7519, section 4.1), for it has just
 * come, and the server's clock may not be ours. Undefined for other tokens.
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

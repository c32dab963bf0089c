import { createHmac, timingSafeEqual } from "node:crypto";
import type { KeyNest } from "./call.ts";
import { randomHex } from "./secrets.ts";

/** The type of a token: the two of a JWT pair, and the access token of OAuth 2.0. */
export type TokenType = "access" | "refresh" | "oauth2";

/** The claims of a token. */
export interface Claims {
  token_type: TokenType;
  /** When it expires, in seconds since 1970. */
  exp: number;
  iat: number;
  /** The ID of the token. */
  jti: string;
  user_id: number;
  /** The API key that it was issued for. */
  key?: string;
}

const HEADER = encode({ alg: "HS256", typ: "JWT" });

/** Issues a JSON Web Token (RFC 7519), signed with HMAC-SHA256. */
export function signJwt(keynest: KeyNest, token_type: TokenType, user_id: number, key?: string): string {
  const { now, random, settings } = keynest;
  const lifetimeMs = token_type === "refresh" ? settings.refreshTokenLifetimeMs : settings.accessTokenLifetimeMs;
  const claims: Claims = {
    token_type,
    // Rounded up, so that no token has expired when it is issued.
    exp: Math.ceil((now() + lifetimeMs) / 1000),
    iat: Math.floor(now() / 1000),
    jti: randomHex(random, 32),
    user_id,
    ...(key && { key }),
  };
  const content = `${HEADER}.${encode(claims)}`;
  return `${content}.${signatureOf(keynest, content)}`;
}

/** Verifies a token. @returns its claims; undefined when its signature or type is wrong, or it is expired or revoked */
export function verifyJwt(keynest: KeyNest, token: string, type: TokenType): Claims | undefined {
  const [header, payload = "", signature = "", ...rest] = token.split(".");
  if (header !== HEADER || rest.length > 0) return undefined;
  const actual = Buffer.from(signature);
  const expected = Buffer.from(signatureOf(keynest, `${header}.${payload}`));
  if (actual.length !== expected.length || !timingSafeEqual(actual, expected)) return undefined;
  const claims = JSON.parse(Buffer.from(payload, "base64url").toString()) as Claims;
  if (claims.token_type !== type || claims.exp * 1000 <= keynest.now()) return undefined;
  return isRevoked(keynest, claims) ? undefined : claims;
}

/** Revokes a token before it expires. */
export function revokeJwt({ database, now }: KeyNest, { jti, exp }: Claims): void {
  database.run("DELETE FROM revoked_jwts WHERE expires_at <= :now", { now: now() });
  database.insert("revoked_jwts", { jti, expires_at: exp * 1000 });
}

/** Creates the signing key, which is stored with the data. */
export function newSigningKey({ database, random }: Pick<KeyNest, "database" | "random">): void {
  database.insert("settings", { name: "signing_key", value: random(32) });
}

function isRevoked({ database }: KeyNest, { jti }: Claims): boolean {
  return database.get("SELECT 1 FROM revoked_jwts WHERE jti = :jti", { jti }) !== undefined;
}

function signatureOf({ database }: KeyNest, content: string): string {
  const row = database.get<{ value: Uint8Array }>("SELECT value FROM settings WHERE name = 'signing_key'");
  return createHmac("sha256", row?.value ?? "")
    .update(content)
    .digest("base64url");
}

function encode(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString("base64url");
}

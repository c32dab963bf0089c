import type { MockResponse } from "../../server/mock-response.ts";
import { activeUser } from "./authenticate.ts";
import { type Call, ok, queryOf, type User } from "./call.ts";
import { refusedWithDetail, refusedWithError } from "./errors.ts";
import { type Claims, revokeJwt, signJwt, verifyJwt } from "./jwt.ts";
import { hashToken, randomHex } from "./secrets.ts";
import { userWithPassword } from "./users.ts";

/** Issues a JWT pair for a user name and a password. */
export function createJwt(call: Call): MockResponse {
  const { username, password } = call.body as { username: string; password: string };
  const user = userWithPassword(call, "username", username, password);
  if (!user) throw refusedWithDetail(401, "No active account found with the given credentials");
  return ok({ access: signJwt(call, "access", user.id), refresh: signJwt(call, "refresh", user.id) });
}

/** Issues a new access token, and if refresh tokens are rotated, a new refresh token. */
export function refreshJwt(call: Call): MockResponse {
  const claims = refreshClaims(call);
  const access = signJwt(call, "access", claims.user_id);
  if (!call.settings.rotatesRefreshTokens) return ok({ access });
  revokeJwt(call, claims);
  return ok({ access, refresh: signJwt(call, "refresh", claims.user_id) });
}

export function blacklistJwt(call: Call): MockResponse {
  revokeJwt(call, refreshClaims(call));
  return ok({});
}

/** Issues an access token for the API key of a client. */
export function loginWithApiKey(call: Call): MockResponse {
  const { api_key } = call.body as { api_key: string };
  const client = call.database.get<{ user_id: number }>("SELECT user_id FROM clients WHERE key_hash = :hash", {
    hash: hashToken(api_key),
  });
  if (!client) throw refusedWithError(401, "Invalid API key");
  return ok({ access_token: signJwt(call, "access", client.user_id) });
}

/** The password grant of OAuth 2.0 (RFC 6749, section 4.3). */
export function createAccessToken(call: Call): MockResponse {
  const { username, password } = call.body as { username: string; password: string };
  const field = username.includes("@") ? "email" : "username";
  const user = userWithPassword(call, field, username, password);
  if (!user) throw refusedWithDetail(400, "Incorrect email or password");
  return ok(accessTokenPair(call, user));
}

/** Issues a new pair. Each refresh token works once. */
export function refreshAccessToken(call: Call): MockResponse {
  const { database, now } = call;
  const hash = hashToken((call.body as { refresh_token: string }).refresh_token);
  const token = database.get<{ user_id: number; expires_at: number; is_used: number }>(
    "SELECT * FROM refresh_tokens WHERE hash = :hash",
    { hash },
  );
  const user = token && activeUser(call, token.user_id);
  if (!token || !user) throw refusedWithDetail(404, "Token not found");
  if (token.is_used || token.expires_at <= now()) throw refusedWithDetail(400, "Token expired");
  database.run("UPDATE refresh_tokens SET is_used = 1 WHERE hash = :hash", { hash });
  return ok(accessTokenPair(call, user));
}

/** Issues an access token for the API key of a user. Requests with it count as uses of the key. */
export function createAccessTokenFromKey(call: Call): MockResponse {
  const key = call.database.get<{ uuid: string; user_id: number }>(
    "SELECT uuid, user_id FROM api_keys WHERE hash = :hash",
    { hash: hashToken(queryOf(call, "key") ?? "") },
  );
  if (!key) throw refusedWithDetail(400, "Invalid API key");
  call.notes.key = key.uuid;
  return ok({ access_token: signJwt(call, "oauth2", key.user_id, key.uuid), token_type: "bearer" });
}

function refreshClaims(call: Call): Claims {
  const claims = verifyJwt(call, (call.body as { refresh: string }).refresh, "refresh");
  if (!claims || !activeUser(call, claims.user_id)) {
    throw refusedWithDetail(401, "Token is invalid or expired", "token_not_valid");
  }
  return claims;
}

function accessTokenPair(call: Call, { id }: User): object {
  const refresh_token = randomHex(call.random, 40);
  call.database.insert("refresh_tokens", {
    hash: hashToken(refresh_token),
    user_id: id,
    expires_at: call.now() + call.settings.refreshTokenLifetimeMs,
  });
  return { access_token: signJwt(call, "oauth2", id), refresh_token, token_type: "bearer" };
}

import type { Call, User } from "./call.ts";
import { refusedWithDetail, refusedWithError, unauthorized } from "./errors.ts";
import { type Claims, verifyJwt } from "./jwt.ts";
import { hashToken, isSame } from "./secrets.ts";

/** The credential of a request. */
export type Credential = { token: string } | { jwt: Claims };

/** Reads the user of `TokenAuth` or `JWTAuth`. @throws {Refusal} 401 */
export function userOf(call: Call): User {
  const credential = credentialOf(call);
  const user =
    "token" in credential
      ? call.database.get<User>(
          "SELECT u.* FROM login_tokens t JOIN users u ON u.id = t.user_id WHERE t.hash = :hash AND u.is_active",
          { hash: hashToken(credential.token) },
        )
      : activeUser(call, credential.jwt.user_id);
  if (user) return user;
  throw "token" in credential ? unauthorized("Invalid token.") : unauthorized("User not found", "user_not_found");
}

/** Reads the credential of `TokenAuth` or `JWTAuth`, without checking whether the token exists. @throws {Refusal} 401 */
export function credentialOf(call: Call): Credential {
  const { authorization } = call.request.headers;
  if (!authorization) throw unauthorized("Authentication credentials were not provided.");
  const [scheme = "", token = ""] = authorization.trim().split(/\s+/);
  if (/^token$/i.test(scheme)) return { token };
  if (!/^bearer$/i.test(scheme)) throw unauthorized("Authentication credentials were not provided.");
  const jwt = verifyJwt(call, token, "access");
  if (!jwt) throw unauthorized("Token is invalid or expired", "token_not_valid");
  return { jwt };
}

/** Reads the claims and the user of `OAuth2PasswordBearer`. @throws {Refusal} 401 */
export function oauth2UserOf(call: Call): { claims: Claims; user: User } {
  const { authorization = "" } = call.request.headers;
  const token = /^bearer\s+(\S+)$/i.exec(authorization.trim())?.[1];
  if (token === undefined) throw refusedWithDetail(401, "Not authenticated");
  const claims = verifyJwt(call, token, "oauth2");
  const user = claims && activeUser(call, claims.user_id);
  if (!claims || !user || !keyExists(call, claims)) throw refusedWithDetail(401, "Could not validate credentials");
  return { claims, user };
}

/** Checks `AdminKey`. @throws {Refusal} 401 or 403 */
export function checkAdminKey({ request, settings }: Call): void {
  const key = request.headers["x-admin-key"];
  if (!key) throw refusedWithError(401, "Missing admin key");
  if (!isSame(key, settings.adminKey)) throw refusedWithError(403, "Invalid admin key");
}

export function activeUser({ database }: Call, id: number): User | undefined {
  return database.get<User>("SELECT * FROM users WHERE id = :id AND is_active", { id });
}

/** Whether the API key of a token still exists: the token expires with it. */
function keyExists({ database }: Call, { key }: Claims): boolean {
  return key === undefined || database.get("SELECT 1 FROM api_keys WHERE uuid = :key", { key }) !== undefined;
}

import type { SchemeCredential } from "../../verify/credentials.ts";

/** A user's token: for `JWTAuth` when it has the form of a JWT, else for `TokenAuth`. */
export function tokenCredential(token: string): SchemeCredential {
  const isJwt = /^[\w-]+\.[\w-]+\.[\w-]*$/.test(token);
  return isJwt ? bearer("JWTAuth", token) : { ...bearer("TokenAuth", token), value: `Token ${token}` };
}

/** An access token of OAuth 2.0. */
export function accessTokenCredential(token: string): SchemeCredential {
  return bearer("OAuth2PasswordBearer", token);
}

/** The key for client administration. */
export function adminKeyCredential(key: string): SchemeCredential {
  return { scheme: "AdminKey", header: "X-ADMIN-KEY", value: key, secret: key };
}

function bearer(scheme: string, token: string): SchemeCredential {
  return { scheme, header: "Authorization", value: `Bearer ${token}`, secret: token };
}

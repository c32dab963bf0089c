import { ownProperties } from "@keynest/runtime";
import { jwtAuth, oauth2Auth, tokenAuth } from "./generated/security.gen.js";
import type { UserCredential } from "./identity.js";

/**
 * Makes the credentials for a token: `Bearer`, for the JWT and the OAuth scheme, if it has the form of a JWT; otherwise
 * `Token`.
 */
export function tokenCredentials(token: string): UserCredential[] {
  if (!/^([\w-]+\.){2}[\w-]+$/.test(token)) return [tokenAuth(token)];
  const expiresAt = expiryOf(token);
  return [jwtAuth(token), oauth2Auth(token)].map((one) => ({
    ...one,
    isActive: ({ clock }) => clock.now() < expiresAt,
  }));
}

/** When a JWT expires, in milliseconds since the epoch (`exp`; RFC 7519, section 4.1.4); Infinity if it does not say. */
function expiryOf(jwt: string): number {
  try {
    const [, payload = ""] = jwt.split(".");
    const { exp } = ownProperties<{ exp?: unknown }>(
      JSON.parse(atob(payload.replaceAll("-", "+").replaceAll("_", "/"))),
    );
    return typeof exp === "number" ? exp * 1000 : Infinity;
  } catch {
    return Infinity;
  }
}

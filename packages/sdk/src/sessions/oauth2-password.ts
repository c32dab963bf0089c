import { ownProperties, type Session, session } from "@keynest/runtime";
import { createAccessToken, refreshAccessToken } from "../generated/operations/auth.gen.js";
import type { AccessTokenForm, AccessTokenPair } from "../generated/schemas.gen.js";
import { oauth2Auth } from "../generated/security.gen.js";
import { type LoginOptions, resolveSecret } from "./login-options.js";

export interface OAuth2PasswordOptions extends LoginOptions, Omit<AccessTokenForm, "password" | "grant_type"> {}

/**
 * Makes a credential for `OAuth2PasswordBearer`: the password grant of OAuth 2.0 (RFC 6749, section 4.3). It gets an access
 * token ({@link createAccessToken}) when a request first needs one, and renews it ({@link refreshAccessToken}).
 *
 * @param options - user name and password, other fields of the form, and where to store the tokens
 * @returns the credential; its `end(client)` forgets the tokens, because the server cannot revoke them
 */
export function oauth2Password(options: OAuth2PasswordOptions): Session<"OAuth2PasswordBearer"> {
  const { password, store, ...form } = ownProperties(options);
  return session(oauth2Auth, {
    store,
    account: form.username,
    proof: async () => ({ ...form, grant_type: "password" as const, password: await resolveSecret(password) }),
    obtain: async (client, call, proof) => grantOf(await createAccessToken(client, { body: proof }, call)),
    renew: async (client, refresh, call) =>
      grantOf(await refreshAccessToken(client, { body: { refresh_token: refresh } }, call)),
  });
}

/** Converts the response. `expires_in` is optional in OAuth, and the description omits it. */
function grantOf({ access_token, refresh_token, ...more }: AccessTokenPair) {
  const { expires_in } = more as { expires_in?: unknown };
  return { access: access_token, refresh: refresh_token, expiresIn: Number(expires_in) || undefined };
}

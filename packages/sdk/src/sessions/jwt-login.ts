import { ownProperties, type Session, session } from "@keynest/runtime";
import { blacklistJwt, createJwt, refreshJwt } from "../generated/operations/auth.gen.js";
import { jwtAuth } from "../generated/security.gen.js";
import { type LoginOptions, resolveSecret } from "./login-options.js";

/**
 * Makes a credential for `JWTAuth` that gets a JWT pair ({@link createJwt}) when a request first needs one, and renews the
 * access token ({@link refreshJwt}) before it expires.
 *
 * @param options - user name and password, and where to store the tokens
 * @returns the credential; its `end(client)` revokes the refresh token ({@link blacklistJwt})
 */
export function jwtLogin(options: LoginOptions & { readonly username: string }): Session<"JWTAuth"> {
  const { username, password, store } = ownProperties(options);
  return session(jwtAuth, {
    store,
    account: username,
    proof: async () => ({ username, password: await resolveSecret(password) }),
    obtain: (client, call, proof) => createJwt(client, { body: proof }, call),
    renew: (client, refresh, call) => refreshJwt(client, { body: { refresh } }, call),
    revoke: async (client, { refresh }) => refresh && blacklistJwt(client, { body: { refresh } }),
  });
}

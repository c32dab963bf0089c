import { ownProperties, type Secret, type Session, session } from "@keynest/runtime";
import { loginWithApiKey } from "../generated/operations/auth.gen.js";
import { jwtAuth } from "../generated/security.gen.js";
import { type LoginOptions, resolveSecret } from "./login-options.js";

/**
 * Makes a credential for `JWTAuth` that exchanges the API key of a registered client for an access token
 * ({@link loginWithApiKey}), and does so again before the token expires.
 *
 * @param apiKey - the key, or a function that returns it, called at each exchange; with a store, also before the token is
 *   read
 * @param options - where to store the token
 * @returns the credential; its `end(client)` forgets the token, because the server cannot revoke it
 */
export function apiKeyAuth(apiKey: Secret, options: Pick<LoginOptions, "store"> = {}): Session<"JWTAuth"> {
  return session(jwtAuth, {
    store: ownProperties(options).store,
    proof: async () => ({ api_key: await resolveSecret(apiKey) }),
    async obtain(client, call, proof) {
      const { access_token } = await loginWithApiKey(client, { body: proof }, call);
      return { access: access_token };
    },
  });
}

import { ownProperties, type Secret, type Session, session } from "@keynest/runtime";
import { loginWithApiKey } from "../generated/operations/auth.gen.js";
import { jwtAuth } from "../generated/security.gen.js";
import { type LoginOptions, resolveSecret } from "./login-options.js";

/**
 * A credential for `JWTAuth` that exchanges the API key of a registered client for an access token
 * ({@link loginWithApiKey}), and does so again ahead of its expiry.
 *
 * @param apiKey The key, or a function that is asked for it at each exchange; with a store, also before the token is read there.
 * @param options Where to keep the token.
 * @returns The credential. Its `end(client)` forgets the token; the server knows no way to revoke it.
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

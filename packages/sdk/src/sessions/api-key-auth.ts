import { type Secret, type Session, session } from "@keynest/runtime";
import { loginWithApiKey } from "../generated/operations/auth.gen.js";
import { jwtAuth } from "../generated/security.gen.js";
import { ask, type LoginOptions } from "./login-options.js";

/**
 * A credential for `JWTAuth` that exchanges the API key of a registered client for an access token
 * ({@link loginWithApiKey}), and does so again ahead of its expiry.
 *
 * @param apiKey The key, or a function that is asked for it at each exchange.
 * @param options Where to keep the token.
 * @returns The credential. Its `end(client)` forgets the token; the server knows no way to revoke it.
 */
export function apiKeyAuth(apiKey: Secret, options: Pick<LoginOptions, "store"> = {}): Session<"JWTAuth"> {
  return session(jwtAuth, {
    store: options.store,
    account: async () => digest(await ask(apiKey)),
    async obtain(client, call) {
      const { access_token } = await loginWithApiKey(client, { body: { api_key: await ask(apiKey) } }, call);
      return { access: access_token };
    },
  });
}

/** Names a key without telling it: SHA-256, in hexadecimal digits. */
async function digest(key: string): Promise<string> {
  const bytes = new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(key)));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

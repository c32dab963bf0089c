import { extendClient, ownProperties, type Session, session } from "@keynest/runtime";
import { loginUser, logoutUser } from "../generated/operations/auth.gen.js";
import { tokenAuth } from "../generated/security.gen.js";
import { type LoginOptions, resolveSecret } from "./login-options.js";

/**
 * Makes a credential for `TokenAuth` that logs in by itself ({@link loginUser}), when a request first needs a token or the
 * server refuses the current one.
 *
 * @param options - email address and password, and where to store the token
 * @returns the credential; its `end(client)` logs out ({@link logoutUser})
 */
export function passwordLogin(options: LoginOptions & { readonly email: string }): Session<"TokenAuth"> {
  const { email, password, store } = ownProperties(options);
  return session(tokenAuth, {
    store,
    account: email,
    proof: async () => ({ email, password: await resolveSecret(password) }),
    async obtain(client, call, proof) {
      const { token } = await loginUser(client, { body: proof }, call);
      return { access: token };
    },
    revoke: (client, { access }) => logoutUser(extendClient(client, { auth: tokenAuth(access) })),
  });
}

import { type Credential, createCredential, type Secret } from "./credential.ts";

/**
 * Sends `Authorization: Bearer <token>` (RFC 6750), for the schemes `http` with `bearer`, `oauth2` and `openIdConnect`.
 *
 * @param scheme - the name of the security scheme in the description
 * @param token - the token, or a function that is asked for it before each request
 */
export function bearer<const Scheme extends string>(scheme: Scheme, token: Secret): Credential<Scheme> {
  return createCredential(scheme, token, ({ headers, secrets }, value) => {
    headers.authorization = `Bearer ${value}`;
    secrets.push(value);
  });
}

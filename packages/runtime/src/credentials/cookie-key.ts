import { type Credential, createCredential, type Secret } from "./credential.ts";

/**
 * Sends an API key in a cookie, in addition to others. Browsers do not let programs set the `Cookie` header.
 *
 * @param scheme - the name of the security scheme in the description
 * @param name - the name of the cookie
 * @param key - the key, or a function that is asked for it before each request
 */
export function cookieKey<const Scheme extends string>(scheme: Scheme, name: string, key: Secret): Credential<Scheme> {
  return createCredential(scheme, key, ({ headers, secrets }, secret) => {
    secrets.push(secret);
    const pair = `${encodeURIComponent(name)}=${encodeURIComponent(secret)}`;
    headers.cookie = headers.cookie ? `${headers.cookie}; ${pair}` : pair;
  });
}

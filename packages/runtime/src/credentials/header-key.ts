import { type Credential, createCredential, type Secret } from "./credential.ts";

/**
 * Sends an API key in a header.
 *
 * @param scheme - the name of the security scheme in the description
 * @param name - the name of the header
 * @param key - the key, or a function that is asked for it before each request
 * @param prefix - text before the key, as in `Authorization: Token <key>`
 */
export function headerKey<const Scheme extends string>(
  scheme: Scheme,
  name: string,
  key: Secret,
  prefix = "",
): Credential<Scheme> {
  return createCredential(scheme, key, ({ headers, secrets }, secret) => {
    secrets.push(secret);
    headers[name.toLowerCase()] = prefix + secret;
  });
}

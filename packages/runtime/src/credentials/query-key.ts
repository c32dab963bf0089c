import { type Credential, createCredential, type Secret } from "./credential.ts";

/**
 * Sends an API key in the query.
 *
 * @param scheme - the name of the security scheme in the description
 * @param name - the name of the query parameter
 * @param key - the key, or a function that is asked for it before each request
 */
export function queryKey<const Scheme extends string>(scheme: Scheme, name: string, key: Secret): Credential<Scheme> {
  return createCredential(scheme, key, (outgoing, secret) => {
    outgoing.secrets.push(secret);
    const { url } = outgoing;
    outgoing.url = `${url}${url.includes("?") ? "&" : "?"}${encodeURIComponent(name)}=${encodeURIComponent(secret)}`;
  });
}

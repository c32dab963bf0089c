import { type Credential, createCredential, type Secret } from "./credential.ts";

export interface ApiKeyPlace {
  readonly in: "header" | "query" | "cookie";
  /** The name of the header, query parameter or cookie. */
  readonly name: string;
  /** What stands before the key and a space, as in `Authorization: Token <key>`. @default nothing */
  readonly prefix?: string;
}

/**
 * Sends a key in a header, in the query or in a cookie.
 *
 * @param scheme the name of the security scheme in the description
 * @param place where the key goes
 * @param key the key, or a function that is asked for it before each request
 */
export function apiKey<const Scheme extends string>(
  scheme: Scheme,
  place: ApiKeyPlace,
  key: Secret,
): Credential<Scheme> {
  const { in: where, name, prefix } = place;
  return createCredential(scheme, key, (outgoing, secret) => {
    const { headers, secrets, url } = outgoing;
    const value = prefix ? `${prefix} ${secret}` : secret;
    const pair = `${encodeURIComponent(name)}=${encodeURIComponent(value)}`;
    secrets.push(secret);
    if (where === "query") outgoing.url = `${url}${url.includes("?") ? "&" : "?"}${pair}`;
    else if (where === "header") headers[name.toLowerCase()] = value;
    else headers.cookie = headers.cookie ? `${headers.cookie}; ${pair}` : pair;
  });
}

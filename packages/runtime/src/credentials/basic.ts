import { UsageError } from "../errors/usage-error.ts";
import { type Credential, createCredential, type Secret } from "./credential.ts";

export interface UserPassword {
  /** Must not contain a colon (RFC 7617, section 2). */
  readonly username: string;
  readonly password: string;
}

/**
 * Sends `Authorization: Basic …` in UTF-8 (RFC 7617).
 *
 * @param scheme - the name of the security scheme in the description
 * @param user - name and password, or a function that is asked for them before each request
 */
export function basic<const Scheme extends string>(scheme: Scheme, user: Secret<UserPassword>): Credential<Scheme> {
  return createCredential(scheme, user, ({ headers, secrets }, { username, password }) => {
    if (username.includes(":")) throw new UsageError(`The user name for ${scheme} contains a colon.`);
    const bytes = new TextEncoder().encode(`${username}:${password}`);
    const value = btoa(String.fromCharCode(...bytes));
    headers.authorization = `Basic ${value}`;
    secrets.push(value, password);
  });
}

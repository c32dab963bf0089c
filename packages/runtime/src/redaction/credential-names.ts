/** Parts of the names of headers that carry credentials. */
const CREDENTIAL_NAME = /auth|cookie|credential|csrf|jwt|key|passw|pwd|secret|session|\bsid\b|signature|token|xsrf/i;

/** Whether a header of this name carries a credential. */
export function isCredentialName(name: string): boolean {
  return CREDENTIAL_NAME.test(name);
}

/** The credentials in headers: whole values, values without their scheme (`Bearer`), and long parts, such as cookies. */
export function credentialsIn(headers: Readonly<Record<string, string>>): string[] {
  return Object.keys(headers)
    .filter(isCredentialName)
    .map((name) => `${headers[name]}`)
    .flatMap((value) => [value, value.replace(/^\S+ /, ""), ...(value.match(/[^\s=;,]{8,}/g) ?? [])])
    .filter(({ length }) => length > 3);
}

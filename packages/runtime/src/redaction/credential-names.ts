/** What the names of headers have in them that carry credentials, in whatever API. */
const CREDENTIAL_NAME = /auth|cookie|credential|csrf|jwt|key|passw|pwd|secret|session|\bsid\b|signature|token|xsrf/i;

/** Whether a header of this name carries a credential. */
export function isCredentialName(name: string): boolean {
  return CREDENTIAL_NAME.test(name);
}

/** Values that stand in headers: each as a whole, without its scheme (`Bearer`), and its long parts, such as cookies. */
export function credentialsIn(headers: Readonly<Record<string, string>>): string[] {
  return Object.keys(headers)
    .filter(isCredentialName)
    .map((name) => `${headers[name]}`)
    .flatMap((value) => [value, value.replace(/^\S+ /, ""), ...(value.match(/[^\s=;,]{8,}/g) ?? [])])
    .filter(({ length }) => length > 3);
}

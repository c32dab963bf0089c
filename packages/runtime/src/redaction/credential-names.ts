/** What the names of headers have in them that carry credentials, in whatever API. */
const CREDENTIAL_NAME = /auth|cookie|credential|csrf|jwt|key|passw|pwd|secret|session|\bsid\b|signature|token|xsrf/i;

/** Whether a header of this name carries a credential. */
export function isCredentialName(name: string): boolean {
  return CREDENTIAL_NAME.test(name);
}

/** Values that stand in headers: each as a whole, without its scheme (`Bearer`), and its long parts, such as cookies. */
export function credentialsIn(headers: Readonly<Record<string, string>>): string[] {
  const values = Object.keys(headers).map((name) => (isCredentialName(name) ? `${headers[name]}` : ""));
  const parts = values.flatMap((value) => value.match(/[^\s=;,]{8,}/g) ?? []);
  return [...values, ...values.map((value) => value.replace(/^\S+ /, "")), ...parts].filter(
    (secret) => secret.length > 3,
  );
}

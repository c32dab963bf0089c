import { UsageError } from "./errors/usage-error.ts";

/** Header names and values; null or undefined takes a header away. */
export type HeaderValues = Readonly<Record<string, string | null | undefined>>;

export function lowerCaseNames(headers: HeaderValues): HeaderValues {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}

/** Lays `more` over `headers`. */
export function mergeHeaders(headers: Record<string, string>, more: HeaderValues): void {
  for (const name in more) {
    const value = more[name];
    if (value == null) delete headers[name.toLowerCase()];
    else headers[name.toLowerCase()] = value;
  }
}

/** `fetch` refuses these too, but its message quotes the value, which may be a secret. */
export function checkHeaders(headers: Record<string, string>, operationId: string): void {
  for (const name in headers) {
    if (!/^[\w!#$%&'*+.^`|~-]+$/.test(name) || /[^\t -~\x80-\xff]/.test(`${headers[name]}`)) {
      throw new UsageError(`The header ${JSON.stringify(name)} contains a character that headers cannot carry.`, {
        operationId,
      });
    }
  }
}

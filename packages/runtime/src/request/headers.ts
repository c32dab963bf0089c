import { UsageError } from "../errors/usage-error.ts";
import type { HeaderValues } from "../options.ts";

/** Lays `layers`, the last uppermost, over `headers`, whose names are in lower case. */
export function mergeHeaders(
  headers: Record<string, string>,
  ...layers: (HeaderValues | undefined)[]
): Record<string, string> {
  for (const layer of layers) {
    // Those of `Headers` and `Map` are no properties, and would be left out without a word.
    if (Symbol.iterator in Object(layer)) throw new UsageError("headers must be an object");
    for (const [name, value] of Object.entries(layer ?? {})) {
      if (value == null) delete headers[name.toLowerCase()];
      else headers[name.toLowerCase()] = value;
    }
  }
  return headers;
}

/** `fetch` refuses these too, but its message quotes the value, which may be a secret. */
export function checkHeaders(headers: Record<string, string>, operationId: string): void {
  for (const [name, value] of Object.entries(headers)) {
    if (!/^[!#-'*+.\w^`|~-]+:[\t -~\x80-\xff]*$/.test(`${name}:${value}`)) {
      throw new UsageError(`header ${name} has a character that cannot be sent`, { operationId });
    }
  }
}

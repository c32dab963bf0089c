import { UsageError } from "../errors/usage-error.ts";
import type { HeaderValues } from "../options.ts";

/**
 * Adds headers to `headers`, whose names are in lower case. Later layers override earlier ones; null or undefined removes a
 * header.
 */
export function mergeHeaders(
  headers: Record<string, string>,
  ...layers: (HeaderValues | undefined)[]
): Record<string, string> {
  for (const layer of layers) {
    // The entries of `Headers` and `Map` are not properties, and would be lost silently.
    if (Symbol.iterator in Object(layer)) throw new UsageError("headers must be an object");
    for (const [name, value] of Object.entries(layer ?? {})) {
      if (value == null) delete headers[name.toLowerCase()];
      else headers[name.toLowerCase()] = value;
    }
  }
  return headers;
}

/** Refuses invalid headers. `fetch` does so too, but its message quotes the value, which may be a secret. */
export function checkHeaders(headers: Record<string, string>, operationId: string): void {
  for (const [name, value] of Object.entries(headers)) {
    if (!/^[!#-'*+.\w^`|~-]+:[\t -~\x80-\xff]*$/.test(`${name}:${value}`)) {
      throw new UsageError(`header ${name} has a character that cannot be sent`, { operationId });
    }
  }
}

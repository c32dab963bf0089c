import { isObject } from "../../document/openapi.ts";

/** Prints a value as JSON with sorted keys, so that equal values have equal texts. */
export function stableJson(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) => {
    if (!isObject(part) || part instanceof Date) return part;
    return Object.fromEntries(Object.entries(part).sort(([one], [other]) => (one < other ? -1 : 1)));
  }) as string;
}

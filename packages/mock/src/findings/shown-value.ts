import { REDACTED } from "../contract/sensitive.ts";
import { itemOf, partsOf, propertyOf, type Resolve, type Schema } from "./schema.ts";
import type { Path } from "./undocumented-fields.ts";

/** The maximum length of an example, in characters. */
const MAX_LENGTH = 60;

/** Shows a value in a few characters: `"1"`, `null`, `{id, name}`. */
export function shownValue(value: unknown): string {
  if (value === undefined) return "nothing";
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (typeof value === "object" && value !== null) return shortened(`{${Object.keys(value).join(", ")}}`);
  return shortened(JSON.stringify(value));
}

/** Describes a value without showing it, for undocumented values: they may be secrets. */
export function kindOfValue(value: unknown): string {
  return typeof value === "string" ? `text of ${value.length} characters` : shownValue(value);
}

export function shortened(text: string, limit: number = MAX_LENGTH): string {
  // Control characters would let a server control the terminal that shows the report.
  const plain = Array.from(text.replace(/\p{C}+/gu, " "));
  return plain.length <= limit ? plain.join("") : `${plain.slice(0, limit - 1).join("")}…`;
}

/** Shows the value at a path of a body, unless the description marks it or a value around it as sensitive. */
export function shownAt(body: unknown, path: Path, schema: Schema | boolean | undefined, resolve: Resolve): string {
  let value = body;
  let parts = partsOf(schema, resolve);
  for (const step of path) {
    if (isSensitive(parts)) return REDACTED;
    const schemas = Array.isArray(value) ? itemOf(parts, Number(step)) : propertyOf(parts, String(step));
    value = (value as Record<string | number, unknown> | undefined)?.[step];
    parts = schemas.flatMap((each) => partsOf(each, resolve));
  }
  if (value === null || value === undefined) return shownValue(value);
  return isSensitive(parts) ? REDACTED : shownValue(value);
}

function isSensitive(parts: readonly Schema[]): boolean {
  return parts.some((part) => part["x-sensitive"] ?? part.format === "password");
}

/** Writes a path, with all items of a list alike: `results[].id`. */
export function placeOf(path: Path): string {
  return path
    .map((step) => (typeof step === "number" ? "[]" : `.${shortened(step)}`))
    .join("")
    .replace(/^\./, "");
}

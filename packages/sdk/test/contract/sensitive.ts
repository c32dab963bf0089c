import { type Document, type Reference, resolve, type Schema } from "./document.ts";

/** What stands in a value where its schema says `x-sensitive`: texts that no message may show. */
export function sensitiveTexts(document: Document, schema: Schema | Reference | undefined, value: unknown): string[] {
  if (!schema || value === undefined || value === null) return [];
  const resolved = resolve<Schema>(document, schema);
  if (resolved["x-sensitive"]) return texts(value);
  const { allOf = [], anyOf = [], oneOf = [], items, properties = {}, additionalProperties } = resolved;
  const found = [...allOf, ...anyOf, ...oneOf].flatMap((part) => sensitiveTexts(document, part, value));
  if (Array.isArray(value)) return [...found, ...value.flatMap((item) => sensitiveTexts(document, items, item))];
  if (typeof value !== "object") return found;
  const rest = typeof additionalProperties === "object" ? additionalProperties : undefined;
  const inside = Object.entries(value).flatMap(([name, field]) =>
    sensitiveTexts(document, properties[name] ?? rest, field),
  );
  return [...found, ...inside];
}

/** Lines count one by one: a message that shows one line of a file shows too much. */
function texts(value: unknown): string[] {
  if (typeof value === "object" && value !== null) return Object.values(value).flatMap(texts);
  return typeof value === "boolean" ? [] : `${value}`.split("\n").filter(Boolean);
}

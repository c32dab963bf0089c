import { dereference, isObject, type OpenApiDocument } from "../../document/openapi.ts";

/** The most levels that are read, because a condition may refer to itself. */
const MAX_DEPTH = 8;

const TEXTS = new Set(["title", "description", "example", "examples", "$comment", "deprecated"]);

/** Follows the references of a part of a schema and drops its texts, so that equal meanings are equal values. */
export function comparableValue(document: OpenApiDocument, value: unknown, levels: number = MAX_DEPTH): unknown {
  if (levels === 0) return "…";
  if (Array.isArray(value)) return value.map((one) => comparableValue(document, one, levels - 1));
  if (!isObject(value)) return value;
  const node =
    typeof value.$ref === "string" ? (dereference<Record<string, unknown>>(document, value) ?? value) : value;
  const entries = Object.entries(node).filter(([key]) => !TEXTS.has(key));
  return Object.fromEntries(entries.map(([key, child]) => [key, comparableValue(document, child, levels - 1)]));
}

import type { Side } from "../side.ts";
import type { Branch, Conjunction } from "./branch.ts";

/** The most values of an enumeration that are printed. */
const MOST_VALUES = 8;

/** The most levels of arrays that are printed, because an array may have itself as its elements. */
const MAX_DEPTH = 4;

/** Prints a schema as a short TypeScript type: `"admin" | "editor" | null`. */
export function typeText(side: Side, schema: Conjunction, levels: number = MAX_DEPTH): string {
  if (levels === 0) return "unknown";
  const texts = new Set(side.schemas.branches(schema).map((branch) => branchText(side, branch, levels - 1)));
  return [...texts].sort((one, other) => Number(one === "null") - Number(other === "null")).join(" | ") || "never";
}

function branchText(side: Side, branch: Branch, levels: number): string {
  const { type, values, items, names } = branch;
  if (values && values.length > 0) {
    const texts = values.slice(0, MOST_VALUES).map((value) => JSON.stringify(value));
    return [...texts, ...(values.length > MOST_VALUES ? ["…"] : [])].join(" | ");
  }
  switch (type) {
    case "any":
      return "unknown";
    case "integer":
      return "number";
    case "array": {
      const element = items ? typeText(side, items, levels) : "unknown";
      return element.includes(" ") ? `(${element})[]` : `${element}[]`;
    }
    case "object":
      return [...names].flatMap((name) => side.model.schemas.get(name)?.typeName ?? [])[0] ?? "object";
    case "string":
      return branch.limits.get("format") === "binary" ? "Blob" : "string";
    default:
      return type;
  }
}

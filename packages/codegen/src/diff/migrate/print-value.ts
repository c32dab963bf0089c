import { propertyKey } from "../../typescript/code.ts";
import { FILE } from "./sample.ts";

/** The most characters of a line. */
const LONGEST = 90;

/** Prints a value as TypeScript, on one line if it fits. */
export function printValue(value: unknown, indent = ""): string {
  const line = onOneLine(value);
  if (indent.length + line.length <= LONGEST || typeof value !== "object" || value === null) return line;
  const deeper = `${indent}  `;
  if (Array.isArray(value)) {
    return `[\n${value.map((one) => `${deeper}${printValue(one, deeper)},\n`).join("")}${indent}]`;
  }
  const lines = Object.entries(value).map(
    ([key, one]) => `${deeper}${propertyKey(key)}: ${printValue(one, deeper)},\n`,
  );
  return `{\n${lines.join("")}${indent}}`;
}

function onOneLine(value: unknown): string {
  if (value === FILE) return 'new Blob(["…"])';
  if (Array.isArray(value)) return `[${value.map(onOneLine).join(", ")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).map(([key, one]) => `${propertyKey(key)}: ${onOneLine(one)}`);
  return entries.length > 0 ? `{ ${entries.join(", ")} }` : "{}";
}

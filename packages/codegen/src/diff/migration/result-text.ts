import { propertyKey, quote } from "../../emit/code.ts";
import { camelCase } from "../../names.ts";
import type { Described, DescribedOperation } from "../described.ts";
import type { Place } from "../found.ts";
import { callText } from "./call-text.ts";

/** Reading one field of what a call gives: the line that reads it, with its type. */
export function resultText(
  described: Described,
  operation: DescribedOperation,
  { status = "" }: Place,
  path: readonly string[],
  read: (field: string, name: string) => string,
): string {
  const last = [...path].reverse().find((step) => !step.startsWith("["));
  const name = last === undefined ? "value" : camelCase(last);
  if (status.startsWith("2")) {
    return `const result = await ${callText(described, operation)};\n${read(access("result", path), name)}`;
  }
  const call = callText(described, operation, {}, "Detailed");
  const line = read(access("result.error", path), name);
  return `const result = await ${call};\nif (result.status === ${status}) {\n  ${line}\n}`;
}

/** `result.results[0].name` */
function access(start: string, path: readonly string[]): string {
  return path.reduce((text, step) => {
    if (step === "[]") return `${text}[0]`;
    if (step.startsWith("[")) return step === "[key]" ? `${text}["…"]` : text + step;
    return propertyKey(step) === step ? `${text}.${step}` : `${text}[${quote(step)}]`;
  }, start);
}

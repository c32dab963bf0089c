import type { OperationModel } from "../../model/operation.ts";
import { propertyKey, quote } from "../../typescript/code.ts";
import type { Usage } from "../compare/occurrence.ts";
import { additionalSchemas, type Conjunction } from "../schema/branch.ts";
import type { Side } from "../side.ts";
import { callText } from "./call-text.ts";

/** A field in the result of a call. */
export interface ResultField {
  /** The expression that reads it, as if nothing on the way were missing: `result.results[0].owner!.name`. */
  readonly text: string;
  readonly isOptional: boolean;
}

/** Prints a call, and a line that reads its result. */
export function resultText(side: Side, operation: OperationModel, { status = "" }: Usage, line: string): string {
  if (status.startsWith("2")) return `const result = await ${callText(side, operation)};\n${line}`;
  const call = callText(side, operation, {}, "Detailed");
  return `const result = await ${call};\nif (result.status === ${status}) {\n  ${line}\n}`;
}

/**
 * Finds a field in the result of a call.
 *
 * @returns undefined if only some variants have the field, because a program has to tell them apart first
 */
export function resultField(
  side: Side,
  operation: OperationModel,
  { status = "" }: Usage,
  path: readonly string[],
): ResultField | undefined {
  let text = status.startsWith("2") ? "result" : "result.error";
  let isOptional = false;
  let inside = resultSchema(operation, status);
  for (const step of path) {
    const branches = side.schemas.branches(inside);
    const values = branches.filter(({ type }) => type !== "null");
    if (isOptional || values.length < branches.length) text += "!";
    isOptional = false;
    if (step.startsWith("[")) {
      const [value] = values;
      const element = value?.prefix[Number(step.slice(1, -1))] ?? value?.items ?? [];
      const others = (value && additionalSchemas(value)) ?? [];
      inside = step === "[key]" ? others : element;
      text += step === "[]" ? "[0]" : step === "[key]" ? '["…"]' : step;
      continue;
    }
    const found = values.map(({ properties }) => properties.get(step));
    const [property] = found;
    if (!property || found.includes(undefined)) return undefined;
    isOptional = found.some((one) => one?.required === false);
    inside = property.schemas;
    text += propertyKey(step) === step ? `.${step}` : `[${quote(step)}]`;
  }
  return { text, isOptional };
}

function resultSchema({ responses }: OperationModel, status: string): Conjunction {
  const [media] = responses.find((response) => response.status === status)?.media ?? [];
  return media?.schema ? [media.schema] : [];
}

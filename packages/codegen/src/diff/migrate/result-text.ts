import { dereference, type MediaType, type Response } from "../../document/openapi.ts";
import { propertyKey, quote } from "../../typescript/code.ts";
import type { Usage } from "../compare/occurrence.ts";
import type { Conjunction } from "../schema/branch.ts";
import type { Side, SideOperation } from "../side.ts";
import { callText } from "./call-text.ts";

/** A field of what a call gives. */
export interface ResultField {
  /** How it is read: `result.results[0].owner!.name`; what can be missing on the way is taken to be there. */
  readonly text: string;
  readonly isOptional: boolean;
}

/** A call, and a line that reads its result. */
export function resultText(side: Side, operation: SideOperation, { status = "" }: Usage, line: string): string {
  if (status.startsWith("2")) return `const result = await ${callText(side, operation)};\n${line}`;
  const call = callText(side, operation, {}, "Detailed");
  return `const result = await ${call};\nif (result.status === ${status}) {\n  ${line}\n}`;
}

/** @returns Nothing where only some variants have the field: a program has to tell them apart first, in its own way. */
export function resultField(
  side: Side,
  operation: SideOperation,
  { status = "" }: Usage,
  path: readonly string[],
): ResultField | undefined {
  let text = status.startsWith("2") ? "result" : "result.error";
  let isOptional = false;
  let inside = schemaOf(side, operation, status);
  for (const step of path) {
    const branches = side.schemas.branches(inside);
    const values = branches.filter(({ type }) => type !== "null");
    if (isOptional || values.length < branches.length) text += "!";
    isOptional = false;
    if (step.startsWith("[")) {
      const [value] = values;
      const element = value?.prefix[Number(step.slice(1, -1))] ?? value?.items ?? [];
      const others = Array.isArray(value?.additional) ? (value.additional as Conjunction) : [];
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

function schemaOf({ document }: Side, { node }: SideOperation, status: string): Conjunction {
  const response = dereference<Response>(document, node.responses?.[status]);
  const [media] = Object.values(response?.content ?? {}).map((one) => dereference<MediaType>(document, one));
  return media?.schema ? [media.schema] : [];
}

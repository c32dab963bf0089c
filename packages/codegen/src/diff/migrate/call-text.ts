import type { MediaType } from "../../document/openapi.ts";
import type { OperationModel } from "../../model/operation.ts";
import type { Side } from "../side.ts";
import { printValue } from "./print-value.ts";
import { sample } from "./sample.ts";

/** The optional arguments that a call shows. */
export interface Shown {
  /** Name of a parameter. */
  readonly argument?: string | undefined;
  /** The way to a field of that parameter, or of the body. */
  readonly path?: readonly string[];
  /** Whether an optional body is shown. */
  readonly body?: boolean;
}

/**
 * Prints a call of an operation's function: `getNote(client, { id: 1 })`.
 *
 * @param ending - what follows the name of the function, such as `Detailed`
 */
export function callText(side: Side, operation: OperationModel, shown: Shown = {}, ending = ""): string {
  const values = argumentsOf(side, operation, shown);
  const given = Object.keys(values).length > 0 ? `, ${printValue(values)}` : "";
  return `${operation.id}${ending}(client${given})`;
}

function argumentsOf(side: Side, { parameters, body }: OperationModel, shown: Shown): Record<string, unknown> {
  const { argument, path = [], body: isBodyShown = false } = shown;
  const values: Record<string, unknown> = {};
  for (const { argument: name, required, node } of parameters) {
    const isShown = name === argument;
    if (!required && !isShown) continue;
    const { example } = node as { example?: unknown };
    values[name] = sample(side, node.schema ? [node.schema] : [], isShown ? path : [], example);
  }
  if (body && (body.required || isBodyShown)) {
    const [media] = body.media;
    const schema = media?.schema ? [media.schema] : [];
    values.body = sample(side, schema, argument === undefined ? path : [], exampleOf(media?.node));
  }
  return values;
}

function exampleOf(media: MediaType | undefined): unknown {
  const [named] = Object.values((media?.examples ?? {}) as Record<string, { value?: unknown }>);
  return media?.example ?? named?.value;
}

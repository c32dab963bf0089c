import { dereference, type MediaType, type RequestBody } from "../../document/openapi.ts";
import type { Conjunction } from "../schema/branch.ts";
import type { Side, SideOperation } from "../side.ts";
import { printValue } from "./print-value.ts";
import { sample } from "./sample.ts";

/** What a call is to show beside what it must have. */
export interface Shown {
  /** A parameter. */
  readonly argument?: string | undefined;
  /** The way to a field of that parameter, or of the body. */
  readonly path?: readonly string[];
  /** Whether a body is shown that could be left out. */
  readonly body?: boolean;
}

/**
 * A call of an operation's function: `getNote(client, { id: 1 })`.
 *
 * @param ending What follows the name of the function, such as `Detailed`.
 */
export function callText(side: Side, operation: SideOperation, shown: Shown = {}, ending = ""): string {
  const values = argumentsOf(side, operation, shown);
  const given = Object.keys(values).length > 0 ? `, ${printValue(values)}` : "";
  return `${operation.model.id}${ending}(client${given})`;
}

function argumentsOf(side: Side, { parameters, node, model }: SideOperation, shown: Shown) {
  const { argument, path = [], body: isBodyShown = false } = shown;
  const values: Record<string, unknown> = {};
  for (const parameter of parameters) {
    const isShown = parameter.argument === argument;
    if (!parameter.required && !isShown) continue;
    const { example } = parameter.origin as { example?: unknown };
    values[parameter.argument] = sample(side, schemaOf(parameter.origin), isShown ? path : [], example);
  }
  if (model.body && (model.body.required || isBodyShown)) {
    const body = dereference<RequestBody>(side.document, node.requestBody);
    const [media] = Object.values(body?.content ?? {}).map((one) => dereference<MediaType>(side.document, one));
    values.body = sample(side, media ? schemaOf(media) : [], argument === undefined ? path : [], exampleOf(media));
  }
  return values;
}

function schemaOf({ schema }: { readonly schema?: unknown }): Conjunction {
  return schema === undefined ? [] : [schema as Conjunction[number]];
}

function exampleOf(media: MediaType | undefined): unknown {
  const [named] = Object.values((media?.examples ?? {}) as Record<string, { value?: unknown }>);
  return media?.example ?? named?.value;
}

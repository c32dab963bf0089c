import type { Document, Parameter, RequestBody, Schema } from "./contract/document.ts";
import { resolve } from "./contract/document.ts";
import type { Described } from "./contract/operations.ts";
import type { Variant } from "./contract/variants.ts";

/** Where an operation is in the class, by its extensions. */
export interface Place {
  group: string;
  method: string;
}

export function placeOf(document: Document, { path, method, id }: Described): Place {
  const operation = document.paths[path]?.[method] as Record<string, unknown> | undefined;
  const { "x-sdk-group": group, "x-sdk-method": name } = operation ?? {};
  if (typeof group !== "string" || typeof name !== "string") throw new Error(`${id} has no place in the class`);
  return { group, method: name };
}

/** What a method takes: the parameters of the path, then all else by the names of the client. */
export function argumentsOf(document: Document, operation: Described, variant: Variant): unknown[] {
  const at = (name: string) => variant.parameters.find(({ parameter }) => parameter.name === name);
  const path = [...operation.path.matchAll(/\{(.+?)\}/g)].map(([, name = ""]) => at(name)?.value);
  const named = variant.parameters.filter(({ parameter }) => parameter.in !== "path");
  const properties = propertiesOf(document, operation.body);
  const all = [
    ...named.map(({ parameter, value }) => [clientName(parameter.name, parameter), value]),
    ...Object.entries(variant.params.body ?? {}).map(([name, value]) => [clientName(name, properties[name]), value]),
  ];
  const takesNamed = operation.body !== undefined || operation.parameters.some((one) => one.in !== "path");
  return takesNamed ? [...path, Object.fromEntries(all)] : path;
}

function propertiesOf(document: Document, body: RequestBody | undefined): Record<string, object> {
  const [media] = Object.values(body?.content ?? {});
  return media?.schema ? (resolve<Schema>(document, media.schema).properties ?? {}) : {};
}

/** `environment_id` is `environmentId`, unless the description has another name. */
function clientName(wireName: string, node: Parameter | object | undefined): string {
  const { "x-sdk-name": name } = (node ?? {}) as { "x-sdk-name"?: string };
  return name ?? wireName.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
}

import { dereference, type OpenApiDocument, type Operation, type Parameter, type Schema } from "../document/openapi.ts";
import { camelCase, NameRegistry } from "../names/names.ts";
import type { Media } from "./media.ts";

/** A parameter of an operation. */
export interface ParameterModel extends Parameter {
  /** Name of the argument: the wire name, with the location as a suffix if it is not unique. */
  readonly argument: string;
  readonly schema?: Schema;
  /** The node of the description. */
  readonly node: Parameter;
}

/**
 * Models the parameters of an operation. Each is an argument under its wire name. A name that is used in two locations, or
 * for the body, gets its location as a suffix: `idPath`, `idQuery`. So does a name that every object has, such as
 * `__proto__`.
 *
 * @param body - media types of the request body
 */
export function modelParameters(
  document: OpenApiDocument,
  operation: Operation,
  body: readonly Media[],
): ParameterModel[] {
  const parameters = (operation.parameters ?? []).flatMap((node) => dereference<Parameter>(document, node) ?? []);
  const counts = new Map(Object.getOwnPropertyNames(Object.prototype).map((name) => [name, 1]));
  if (body.length > 0) counts.set("body", 1);
  if (body.length > 1) counts.set("contentType", 1);
  for (const parameter of parameters) counts.set(plainName(parameter), (counts.get(plainName(parameter)) ?? 0) + 1);
  const taken = new NameRegistry(counts.keys());
  return parameters.map((parameter) => {
    const name = plainName(parameter);
    const { in: place } = parameter;
    const suffixed = `${name}${place.charAt(0).toUpperCase()}${place.slice(1)}`;
    return { ...parameter, argument: counts.get(name) === 1 ? name : taken.take(suffixed), node: parameter };
  });
}

/** In path templates of the runtime, these characters select a style. */
function plainName({ name, in: place }: Parameter): string {
  return place === "path" && /^[.;]|\*$/.test(name) ? camelCase(name) : name;
}

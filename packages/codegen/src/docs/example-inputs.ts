import { dereference, type RequestBody } from "../document/openapi.ts";
import { requiresObject, takesObject } from "../emit/arguments-type.ts";
import type { OperationModel } from "../model/operation.ts";
import { hasSecretResult } from "../model/sensitive.ts";
import type { DocsContext, MethodPlace } from "./context.ts";
import { ExampleValues } from "./example-values.ts";
import type { Literal } from "./literal.ts";

/** The values that the examples of an operation pass, and what they have to know of it. */
export interface ExampleInputs {
  /** By name of the argument of the function. */
  readonly parameters: ReadonlyMap<string, Literal>;
  readonly body: Literal | undefined;
  /** The second argument of the function, or none. */
  readonly params: readonly Literal[];
  readonly readsFiles: boolean;
  /** Whether what comes back holds secrets. */
  readonly isSecretResult: boolean;
}

export function inputsOf(model: OperationModel, { document, settings }: DocsContext): ExampleInputs {
  const values = new ExampleValues(document, model, settings);
  const parameters = new Map<string, Literal>();
  for (const parameter of model.parameters) {
    const value = values.parameter(parameter);
    if (value) parameters.set(parameter.argument, value);
  }
  const operation = document.paths?.[model.path]?.[model.method] ?? {};
  const [media] = model.body?.media ?? [];
  const content = dereference<RequestBody>(document, operation.requestBody)?.content;
  const body = media && values.body(media, dereference(document, content?.[media.type]), model.body?.required === true);
  const entries: [string, Literal][] = [...parameters, ...(body ? [["body", body] as [string, Literal]] : [])];
  return {
    parameters,
    body,
    params: entries.length > 0 ? [{ entries }] : [],
    readsFiles: values.readsFiles,
    isSecretResult: model.sensitive.length > 0 && hasSecretResult(document, operation),
  };
}

/** Those of a method: parameters of the path by position, then one object with all others. */
export function argumentsOf({ method }: MethodPlace, { parameters, body }: ExampleInputs): Literal[] {
  const path = method.path.map(({ target }) => parameters.get(target) ?? { code: "undefined" });
  const named = method.parameters.flatMap(({ name, target }): [string, Literal][] => {
    const value = parameters.get(target);
    return value ? [[name, value]] : [];
  });
  const { properties } = method;
  const given = body && "entries" in body ? body.entries : [];
  const inBody = given.flatMap(([wireName, value]): [string, Literal][] => {
    // What only the server sends is no argument.
    const argument = properties?.find(({ target }) => target === wireName);
    return argument ? [[argument.name, value]] : [];
  });
  const whole: [string, Literal][] = body ? [["body", body]] : [];
  const entries = [...named, ...(properties ? inBody : whole)];
  const wantsObject = takesObject(method) && (entries.length > 0 || requiresObject(method));
  return [...path, ...(wantsObject ? [{ entries }] : [])];
}

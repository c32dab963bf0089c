import type { OperationModel } from "../model/operation.ts";
import type { MethodModel } from "../model/resources.ts";
import type { DocsContext } from "./context.ts";
import { ExampleValues } from "./example-values.ts";
import type { Literal } from "./literal.ts";

/** Values for the examples of an operation. */
export interface ExampleInputs {
  /** Values by argument name of the function. */
  readonly parameters: ReadonlyMap<string, Literal>;
  readonly body: Literal | undefined;
  /** The second argument of the function; empty if it is not needed. */
  readonly params: readonly Literal[];
  readonly readsFiles: boolean;
  /** Whether the result has sensitive values. */
  readonly isSecretResult: boolean;
}

export function inputsOf(operation: OperationModel, { model, settings }: DocsContext): ExampleInputs {
  const values = new ExampleValues(model, operation, settings);
  const parameters = new Map<string, Literal>();
  for (const parameter of operation.parameters) {
    const value = values.parameter(parameter);
    if (value) parameters.set(parameter.argument, value);
  }
  const [media] = operation.body?.media ?? [];
  const body = media && values.body(media, operation.body?.required === true);
  const entries: [string, Literal][] = [...parameters, ...(body ? [["body", body] as [string, Literal]] : [])];
  return {
    parameters,
    body,
    params: entries.length > 0 ? [{ entries }] : [],
    readsFiles: values.readsFiles,
    isSecretResult: operation.hasSecretResult,
  };
}

/** Returns the arguments of a method: path parameters, then one object with all others. */
export function argumentsOf(method: MethodModel, { parameters, body }: ExampleInputs): Literal[] {
  const path = method.path.map(({ target }) => parameters.get(target) ?? { code: "undefined" });
  const named = method.parameters.flatMap(({ name, target }): [string, Literal][] => {
    const value = parameters.get(target);
    return value ? [[name, value]] : [];
  });
  const { properties } = method;
  const given = body && "entries" in body ? body.entries : [];
  const inBody = given.flatMap(([wireName, value]): [string, Literal][] => {
    // Read-only properties are not arguments.
    const argument = properties?.find(({ target }) => target === wireName);
    return argument ? [[argument.name, value]] : [];
  });
  const whole: [string, Literal][] = body ? [["body", body]] : [];
  const entries = [...named, ...(properties ? inBody : whole)];
  const wantsObject = method.takesObject && (entries.length > 0 || method.requiresObject);
  return [...path, ...(wantsObject ? [{ entries }] : [])];
}

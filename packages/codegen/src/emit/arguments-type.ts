import type { ArgumentModel } from "../model/method-arguments.ts";
import type { OperationModel } from "../model/operation.ts";
import type { ParameterModel } from "../model/parameters.ts";
import type { MethodModel } from "../model/resources.ts";
import { paramsName } from "../names/generated-names.ts";
import { docComment, propertyKey, quote } from "../typescript/code.ts";
import { bodyType } from "./media-type.ts";
import type { ModuleImports } from "./module-imports.ts";
import { parameterProperty, parameterType, withBody } from "./params-type.ts";

/** The location of a method, and the imports of its module. */
export interface ArgumentsContext {
  /** Class of the resource. */
  readonly className: string;
  /** File name of the module of the operation's tag. */
  readonly file: string;
  /** Name of the constant with the pagination of the operation; empty without pagination. */
  readonly pagesName: string;
  readonly imports: ModuleImports;
}

/** Returns the type of the argument object if it is the function's `params` or the body, or else undefined. */
export function knownType(method: MethodModel, { file, imports }: ArgumentsContext): string | undefined {
  const { isBody, operation } = method;
  if (method.isPlain) return imports.operation(file, paramsName(operation.id), "type");
  return isBody ? bodyTypeOf(operation, imports) : undefined;
}

/** `export type VariablesCreateArguments = { … }`: parameters as the function has them, and properties of the body. */
export function argumentsType(type: string, method: MethodModel, context: ArgumentsContext): string {
  const { name, operation, parameters, properties = [] } = method;
  const { imports } = context;
  const lines = [
    ...parameters.map((one) => parameterProperty(parameterOf(one, operation), one.name, operation, imports)),
    ...properties.map((one) => property(one, propertyType(one, operation, context))),
  ].join("");
  const comment = docComment([`Arguments of {@link ${context.className}.${name}}.`]);
  // Properties of the body replace it.
  const taken = method.properties ? { ...operation, body: undefined } : operation;
  return `${comment}export type ${type} = ${withBody(lines, taken, imports)};\n`;
}

function property({ name, required, description, deprecated }: ArgumentModel, type: string): string {
  const comment = docComment([description], deprecated ? ["@deprecated"] : [], "  ");
  return `${comment}  ${propertyKey(name)}${required ? "" : "?"}: ${type};\n`;
}

/** Returns the type of a positional argument. */
export function argumentType(argument: ArgumentModel, operation: OperationModel, imports: ModuleImports): string {
  return parameterType(parameterOf(argument, operation), operation, imports);
}

/** Returns the parameter of an argument. */
function parameterOf({ target }: ArgumentModel, { id, parameters }: OperationModel): ParameterModel {
  const parameter = parameters.find(({ argument }) => argument === target);
  if (!parameter) throw new Error(`${id} has no parameter ${target}`);
  return parameter;
}

function propertyType({ target }: ArgumentModel, operation: OperationModel, { imports }: ArgumentsContext): string {
  return `${bodyTypeOf(operation, imports)}[${quote(target)}]`;
}

function bodyTypeOf({ id, body }: OperationModel, imports: ModuleImports): string {
  const [media] = body?.media ?? [];
  if (!body || !media) throw new Error(`${id} has no body`);
  return bodyType(media, id, body.required, imports);
}

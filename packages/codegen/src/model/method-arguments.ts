import { camelCase, memberName, NameRegistry } from "../names/names.ts";
import { type BodyProperty, bodyProperties } from "./body-properties.ts";
import type { OperationModel } from "./operation.ts";
import type { ParameterModel } from "./parameters.ts";
import type { ResolveSchema } from "./schemas.ts";

/** One argument of a method, or one property of the object that it takes. */
export interface ArgumentModel {
  readonly name: string;
  /** Name in `params` of the operation's function, or of the property in the body. */
  readonly target: string;
  readonly required: boolean;
  readonly description: string | undefined;
  readonly deprecated: boolean;
}

/** Arguments of a method: positional ones, then one object. */
export interface MethodArguments {
  /** Path parameters, which are positional. */
  readonly path: readonly ArgumentModel[];
  /** Parameters in query, headers and cookies, which are properties of the object. */
  readonly parameters: readonly ArgumentModel[];
  /** Properties of the body in the same object; absent if there is no body, or it is one argument named `body`. */
  readonly properties: readonly ArgumentModel[] | undefined;
  /** Whether the object is the body itself. */
  readonly isBody: boolean;
  /** Whether the method takes an object. */
  readonly takesObject: boolean;
  /** Whether the object has a required property. */
  readonly requiresObject: boolean;
  /** Whether the object is the `params` of the operation's function. */
  readonly isPlain: boolean;
}

/** Reports a warning about a part of the operation. */
type Warn = (key: "parameters" | "requestBody", message: string) => void;

/** The parts of {@link MethodArguments} from which all others follow. */
type Choice = Pick<MethodArguments, "path" | "parameters" | "properties" | "isBody">;

/**
 * Flattens the arguments of a method: path parameters are positional, and one object has all other parameters and the
 * properties of the body. Names are in camelCase, or as `x-sdk-name` says. If names collide, the body stays one argument
 * named `body`; if parameters still collide, they keep their wire names.
 */
export function modelArguments(operation: OperationModel, resolve: ResolveSchema, warn: Warn): MethodArguments {
  const chosen = chooseArguments(operation, resolve, warn);
  const { path, parameters, properties } = chosen;
  const isBodyRequired = properties ? properties.some(isRequired) : operation.body?.required === true;
  return {
    ...chosen,
    takesObject: parameters.length > 0 || properties !== undefined || operation.body !== undefined,
    requiresObject: isBodyRequired || parameters.some(isRequired),
    isPlain: path.length === 0 && !properties && !parameters.some(isRenamed),
  };
}

/** Whether the argument has another name in the method than in the function. */
export function isRenamed({ name, target }: ArgumentModel): boolean {
  return name !== target;
}

const isRequired = ({ required }: ArgumentModel): boolean => required;

const BODY_ARGUMENTS = [{ name: "body" }, { name: "contentType" }];

function chooseArguments(operation: OperationModel, resolve: ResolveSchema, warn: Warn): Choice {
  const { body, parameters: all, id } = operation;
  const ordered = [...operation.path.matchAll(/\{([^{}]+)\}/g)].flatMap(([, name]) => {
    return all.find((one) => one.in === "path" && one.name === name) ?? [];
  });
  // Names of variables and functions in the body of a method.
  const positions = new NameRegistry(["params", "options", "flatParams", "pagePromise", "unwrap", id, `${id}Detailed`]);
  const path = [...new Set(ordered)].map((one) => argumentOf(one, positions.take(camelCase(sdkName(one)))));
  const named = all.filter((one) => one.in !== "path");
  const parameters = named.map((one) => argumentOf(one, memberName(sdkName(one))));
  const described = flatProperties(operation, resolve);
  const properties = described?.filter(({ readOnly }) => !readOnly).map(propertyOf);
  if (isDistinct([...parameters, ...(properties ?? [])])) {
    const isBody = parameters.length === 0 && properties?.length === described?.length && !properties?.some(isRenamed);
    return { path, parameters, properties, isBody: properties !== undefined && isBody };
  }
  if (isDistinct([...parameters, ...(body ? BODY_ARGUMENTS : [])])) {
    warn("requestBody", `Names of the body's properties collide with parameters; ${id} takes the body as "body".`);
    return { path, parameters, properties: undefined, isBody: false };
  }
  warn("parameters", `Parameters of ${id} have nearly the same names; they keep their wire names.`);
  const kept = named.map((one) => argumentOf(one, one.argument));
  return { path, parameters: kept, properties: undefined, isBody: false };
}

/** The properties of a body with one media type that encodes objects. An optional body must not have required properties. */
function flatProperties({ body }: OperationModel, resolve: ResolveSchema): BodyProperty[] | undefined {
  const [media, ...others] = body?.media ?? [];
  if (!media || others.length > 0 || !["json", "form", "multipart"].includes(media.kind)) return undefined;
  const properties = bodyProperties(resolve, media.schema);
  return body?.required || !properties?.some(({ required }) => required) ? properties : undefined;
}

function argumentOf(parameter: ParameterModel, name: string): ArgumentModel {
  const { argument: target, required = false, description, deprecated = false } = parameter;
  return { name, target, required, description, deprecated };
}

function propertyOf({ name: target, sdkName: given, ...others }: BodyProperty): ArgumentModel {
  return { name: memberName(text(given) ?? target), target, ...others };
}

function sdkName({ argument, "x-sdk-name": given }: ParameterModel): string {
  return text(given) ?? argument;
}

function text(value: unknown): string | undefined {
  return typeof value === "string" && value.trim() !== "" ? value : undefined;
}

function isDistinct(named: readonly { readonly name: string }[]): boolean {
  return new Set(named.map(({ name }) => name)).size === named.length;
}

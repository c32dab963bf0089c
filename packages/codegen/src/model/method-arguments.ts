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

/** What a method takes: arguments by position, then one object. */
export interface MethodArguments {
  /** Parameters of the path, which are given by position. */
  readonly path: readonly ArgumentModel[];
  /** Parameters of query, headers and cookies, which are given by name. */
  readonly parameters: readonly ArgumentModel[];
  /** Properties of the body beside them; absent where the body is given as `body`, or there is none. */
  readonly properties: readonly ArgumentModel[] | undefined;
  /** Whether what is given by name is the body as it is. */
  readonly isBody: boolean;
  /** Whether it takes an object, beside what it takes by position. */
  readonly takesObject: boolean;
  /** Whether something in that object is required. */
  readonly requiresObject: boolean;
  /** Whether the object is what the operation's function takes. */
  readonly isPlain: boolean;
}

/** @param key Part of the operation that it is about. */
type Warn = (key: "parameters" | "requestBody", message: string) => void;

/** Parts of {@link MethodArguments} that are chosen; all others follow from them. */
type Choice = Pick<MethodArguments, "path" | "parameters" | "properties" | "isBody">;

/**
 * Flat arguments: those of the path by position, all others and the properties of the body by name, in camelCase or as
 * `x-sdk-name` says. Where names meet, the body stays `body`; where they still do, parameters keep their own names.
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

/** Whether a method calls it otherwise than the function. */
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
  // A method's own variables, and what it calls.
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
    warn("requestBody", `Names of the body's properties are taken; ${id} takes it as "body".`);
    return { path, parameters, properties: undefined, isBody: false };
  }
  warn("parameters", `Parameters of ${id} have nearly the same names, which they keep.`);
  const kept = named.map((one) => argumentOf(one, one.argument));
  return { path, parameters: kept, properties: undefined, isBody: false };
}

/** One media type, of which the runtime takes an object; a body that may be left out must not ask for anything. */
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

import { dereference, formatPointer, type OpenApiDocument, type RequestBody } from "../document/openapi.ts";
import { camelCase, memberName, NameRegistry, pascalCase } from "../names/names.ts";
import type { Problem } from "../problem.ts";
import { type BodyProperty, bodyProperties } from "./body-properties.ts";
import type { OperationModel, ParameterModel } from "./operation.ts";

/** One argument of a method, or one property of the object that it takes. */
export interface ArgumentModel {
  readonly name: string;
  /** Name in `params` of the operation's function, or of the property in the body. */
  readonly target: string;
  readonly required: boolean;
  readonly description: string | undefined;
  readonly deprecated: boolean;
}

/** A method of a resource: an operation under another name, with flat arguments. */
export interface MethodModel {
  readonly name: string;
  readonly operation: OperationModel;
  /** Parameters of the path, which are given by position. */
  readonly path: readonly ArgumentModel[];
  /** Parameters of query, headers and cookies, which are given by name. */
  readonly parameters: readonly ArgumentModel[];
  /** Properties of the body beside them; absent where the body is given as `body`, or there is none. */
  readonly properties: readonly ArgumentModel[] | undefined;
  /** Whether what is given by name is the body as it is. */
  readonly isBody: boolean;
}

/** A resource: operations that belong together. */
export interface ResourceModel {
  /** Name of the property of the root class. */
  readonly name: string;
  readonly description: string | undefined;
  readonly methods: readonly MethodModel[];
}

type Report = (problem: Problem) => void;

/** Properties that the root class has beside its resources. */
const ROOT_MEMBERS = ["client"];

/** Members that every resource has. */
const RESOURCE_MEMBERS = ["client"];

/**
 * Gathers operations into resources. `x-sdk-group` names the resource and `x-sdk-method` the method; without them it is
 * the first tag (`default` without one) and the operationId.
 */
export function modelResources(
  document: OpenApiDocument,
  operations: readonly OperationModel[],
  report: Report,
): ResourceModel[] {
  const groups = new Map<string, { readonly members: NameRegistry; readonly methods: MethodModel[] }>();
  for (const operation of operations) {
    const { path, method, tag, id } = operation;
    const node = document.paths?.[path]?.[method] ?? {};
    const extension = (key: "x-sdk-group" | "x-sdk-method"): string | undefined => {
      const value: unknown = node[key];
      if (value === undefined || (typeof value === "string" && value.trim() !== "")) return value;
      warn(operation, key, `${key} must be a name; it is taken as absent.`, report);
      return undefined;
    };
    const group = memberName(extension("x-sdk-group") ?? tag ?? "default");
    const resource = groups.get(group) ?? { members: new NameRegistry(RESOURCE_MEMBERS), methods: [] };
    groups.set(group, resource);
    const wanted = memberName(extension("x-sdk-method") ?? id);
    const name = resource.members.take(wanted, (one) => [one, `${one}Detailed`]);
    if (name !== wanted) {
      warn(operation, "x-sdk-method", `The method ${wanted} of ${group} is taken; ${id} is named ${name}.`, report);
    }
    resource.methods.push({ name, operation, ...modelArguments(document, operation, report) });
  }
  const names = new NameRegistry(ROOT_MEMBERS);
  return [...groups].map(([group, { methods }]) => {
    const name = names.take(group);
    const [first] = methods;
    if (name !== group && first) {
      warn(
        first.operation,
        "x-sdk-group",
        `The resource ${group} is named ${name}, for every client has that.`,
        report,
      );
    }
    return { name, description: describe(document, group), methods };
  });
}

/** Name of the class of a resource, if it is free. */
export const resourceClassName = (group: string): string => `${pascalCase(group)}Resource`;

function describe({ tags }: OpenApiDocument, group: string): string | undefined {
  const tag = Array.isArray(tags) ? tags.find((one) => memberName(String(one?.name ?? "")) === group) : undefined;
  return typeof tag?.description === "string" ? tag.description : undefined;
}

/**
 * Flat arguments: those of the path by position, all others and the properties of the body by name, in camelCase or as
 * `x-sdk-name` says. Where names meet, the body stays `body`; where they still do, parameters keep their own names.
 */
function modelArguments(
  document: OpenApiDocument,
  operation: OperationModel,
  report: Report,
): Omit<MethodModel, "name" | "operation"> {
  const { body, parameters: all, id } = operation;
  const ordered = [...operation.path.matchAll(/\{([^{}]+)\}/g)].flatMap(([, name]) => {
    return all.find((one) => one.in === "path" && one.name === name) ?? [];
  });
  // A method's own variables, and what it calls.
  const positions = new NameRegistry(["params", "options", "flatParams", "pagePromise", "unwrap", id, `${id}Detailed`]);
  const path = [...new Set(ordered)].map((one) => argumentOf(one, positions.take(camelCase(sdkName(one)))));
  const named = all.filter((one) => one.in !== "path");
  const parameters = named.map((one) => argumentOf(one, memberName(sdkName(one))));
  const described = flatProperties(document, operation);
  const properties = described?.filter(({ readOnly }) => !readOnly).map(propertyOf);
  if (isDistinct([...parameters, ...(properties ?? [])])) {
    const isBody = parameters.length === 0 && properties?.length === described?.length && !properties?.some(isRenamed);
    return { path, parameters, properties, isBody: properties !== undefined && isBody };
  }
  if (isDistinct([...parameters, ...(body ? BODY_ARGUMENTS : [])])) {
    warn(operation, "requestBody", `Names of the body's properties are taken; ${id} takes it as "body".`, report);
    return { path, parameters, properties: undefined, isBody: false };
  }
  warn(operation, "parameters", `Parameters of ${id} have nearly the same names, which they keep.`, report);
  return {
    path,
    parameters: named.map((one) => argumentOf(one, one.argument)),
    properties: undefined,
    isBody: false,
  };
}

const BODY_ARGUMENTS = [{ name: "body" }, { name: "contentType" }];

/** One media type, of which the runtime takes an object; a body that may be left out must not ask for anything. */
function flatProperties(document: OpenApiDocument, operation: OperationModel): BodyProperty[] | undefined {
  const [media, ...others] = operation.body?.media ?? [];
  if (!media || others.length > 0 || !["json", "form", "multipart"].includes(media.kind)) return undefined;
  const node = document.paths?.[operation.path]?.[operation.method]?.requestBody;
  const body = dereference<RequestBody>(document, node);
  const properties = bodyProperties(document, dereference(document, body?.content?.[media.type])?.schema);
  return operation.body?.required || !properties?.some(({ required }) => required) ? properties : undefined;
}

function argumentOf(parameter: ParameterModel, name: string): ArgumentModel {
  const { argument: target, required = false, description, deprecated = false } = parameter;
  return { name, target, required, description, deprecated };
}

function propertyOf({ name: target, sdkName: given, ...others }: BodyProperty): ArgumentModel {
  return { name: memberName(text(given) ?? target), target, ...others };
}

/** Whether a method calls it otherwise than the function. */
export function isRenamed({ name, target }: ArgumentModel): boolean {
  return name !== target;
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

function warn({ path, method }: OperationModel, key: string, message: string, report: Report): void {
  report({ level: "warning", message, pointer: formatPointer(["paths", path, method, key]) });
}

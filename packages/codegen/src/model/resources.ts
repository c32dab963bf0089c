import { formatPointer } from "../document/openapi.ts";
import { upperFirst } from "../names/generated-names.ts";
import { memberName, NameRegistry, pascalCase } from "../names/names.ts";
import type { Report } from "../problem.ts";
import { type MethodArguments, modelArguments } from "./method-arguments.ts";
import type { OperationModel } from "./operation.ts";
import type { ResolveSchema } from "./schemas.ts";
import type { TagModel } from "./tags.ts";

/** A method of a resource, which calls an operation with flat arguments. */
export interface MethodModel extends MethodArguments {
  readonly name: string;
  /** Name of its resource. */
  readonly resource: string;
  readonly operation: OperationModel;
  /** Name of the type of the argument object, if it has its own type. */
  readonly argumentsType: string | undefined;
}

/** A resource, which groups operations. */
export interface ResourceModel {
  /** Name of the property in the root class. */
  readonly name: string;
  readonly className: string;
  readonly description: string | undefined;
  readonly methods: readonly MethodModel[];
}

/** All resources, and the root class that holds them as properties. */
export interface ResourcesModel {
  readonly rootClass: string;
  readonly resources: readonly ResourceModel[];
}

/** Inputs of the names of resources. */
interface ResourcesContext {
  readonly tags: readonly TagModel[];
  readonly resolve: ResolveSchema;
  /** Names that are taken; the names of classes and argument types are added. */
  readonly exported: NameRegistry;
  readonly report: Report;
}

type NamedMethod = Omit<MethodModel, "resource" | "argumentsType">;
type NamedResource = { readonly name: string; readonly methods: readonly NamedMethod[]; readonly group: string };

/** Reserved property names of the root class. */
const ROOT_MEMBERS = ["client"];

/** Reserved member names of resource classes. */
const RESOURCE_MEMBERS = ["client"];

/**
 * Groups operations into resources. `x-sdk-group` names the resource and `x-sdk-method` the method. The defaults are the
 * first tag (`default` without one) and the operationId.
 */
export function modelResources(operations: readonly OperationModel[], context: ResourcesContext): ResourcesModel {
  const named = nameResources(groupOperations(operations, context), context);
  const rootClass = takeClass("Resources", context);
  const resources = named.map(({ name, group, methods }): ResourceModel => {
    const className = takeClass(`${pascalCase(name)}Resource`, context);
    const description = context.tags.find((tag) => memberName(tag.name) === group)?.description;
    const typed = methods.map((method): MethodModel => {
      return { ...method, resource: name, argumentsType: argumentsType(name, method, context.exported) };
    });
    return { name, className, description, methods: typed };
  });
  return { rootClass, resources };
}

/** Groups methods by the name of their resource. */
function groupOperations(
  operations: readonly OperationModel[],
  { resolve, report }: ResourcesContext,
): Map<string, NamedMethod[]> {
  const groups = new Map<string, { readonly members: NameRegistry; readonly methods: NamedMethod[] }>();
  for (const operation of operations) {
    const { tag, id } = operation;
    const group = memberName(extension(operation, "x-sdk-group", report) ?? tag ?? "default");
    const resource = groups.get(group) ?? { members: new NameRegistry(RESOURCE_MEMBERS), methods: [] };
    groups.set(group, resource);
    const wanted = memberName(extension(operation, "x-sdk-method", report) ?? id);
    const name = resource.members.take(wanted, (one) => [one, `${one}Detailed`]);
    if (name !== wanted) {
      warn(operation, "x-sdk-method", `The method ${wanted} of ${group} is taken; ${id} is named ${name}.`, report);
    }
    const args = modelArguments(operation, resolve, (key, message) => warn(operation, key, message, report));
    resource.methods.push({ name, operation, ...args });
  }
  return new Map([...groups].map(([group, { methods }]) => [group, methods]));
}

/** Names the properties of the root class. */
function nameResources(
  groups: ReadonlyMap<string, readonly NamedMethod[]>,
  context: ResourcesContext,
): NamedResource[] {
  const names = new NameRegistry(ROOT_MEMBERS);
  return [...groups].map(([group, methods]) => {
    const name = names.take(group);
    const [first] = methods;
    if (name !== group && first) {
      const message = `The resource ${group} is named ${name}, because ${group} is a member of every client.`;
      warn(first.operation, "x-sdk-group", message, context.report);
    }
    return { name, group, methods };
  });
}

/** Returns the value of an extension, or undefined if it is absent or invalid. */
function extension(operation: OperationModel, key: "x-sdk-group" | "x-sdk-method", report: Report): string | undefined {
  const value: unknown = operation.node[key];
  if (value === undefined || (typeof value === "string" && value.trim() !== "")) return value;
  warn(operation, key, `${key} must be a name; it is ignored.`, report);
  return undefined;
}

function takeClass(wanted: string, { exported, report }: ResourcesContext): string {
  const name = exported.take(wanted);
  if (name !== wanted)
    report({ level: "warning", message: `The name ${wanted} is taken; the class is named ${name}.` });
  return name;
}

/** Names the type of the argument object. Returns undefined if the object is the function's `params` or the body. */
function argumentsType(resource: string, method: NamedMethod, exported: NameRegistry): string | undefined {
  if (!method.takesObject || method.isPlain || method.isBody) return undefined;
  return exported.take(`${pascalCase(resource)}${upperFirst(method.name)}Arguments`);
}

function warn({ path, method }: OperationModel, key: string, message: string, report: Report): void {
  report({ level: "warning", message, pointer: formatPointer(["paths", path, method, key]) });
}

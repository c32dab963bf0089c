import type { ModuleModel } from "../model/modules.ts";
import type { OperationModel } from "../model/operation.ts";
import type { MethodModel, ResourceModel, ResourcesModel } from "../model/resources.ts";
import { docComment, HEADER } from "../typescript/code.ts";
import { type ArgumentsContext, argumentsType, knownType } from "./arguments-type.ts";
import type { EmitContext } from "./context.ts";
import { ModuleImports } from "./module-imports.ts";
import type { PageData } from "./page-data.ts";
import { resourceMethod } from "./resource-method.ts";

/** Emits the module of resources: a class for each, and the root class. */
export function resourcesModule(
  { rootClass, resources }: ResourcesModel,
  pageData: PageData,
  context: EmitContext,
): string {
  const imports = new ModuleImports(context);
  const files = filesOf(context.model.modules);
  const contextOf = (resource: ResourceModel, { operation }: MethodModel): ArgumentsContext => ({
    className: resource.className,
    file: files.get(operation) ?? "",
    pagesName: pageData.byOperation.get(operation) ?? "",
    imports,
  });
  const classes = resources.flatMap((resource) => {
    const types: string[] = [];
    const methods = resource.methods.map((method) => {
      const place = contextOf(resource, method);
      const known = method.takesObject ? knownType(method, place) : "";
      const code = resourceMethod(method, method.argumentsType ?? known ?? "", place);
      if (method.argumentsType !== undefined) types.push(argumentsType(method.argumentsType, method, place));
      return code;
    });
    const comment = docComment([resource.description, `The operations of {@link ${rootClass}.${resource.name}}.`]);
    const base = imports.runtimeValue("ClientResource");
    const body = `${comment}export class ${resource.className} extends ${base} {\n${methods.join("\n")}}\n`;
    return [...types, body];
  });
  const root = rootClassCode(rootClass, resources, imports);
  return [HEADER, "", imports.print(context.runtime, "."), ...classes, root].join("\n");
}

function filesOf(modules: readonly ModuleModel[]): Map<OperationModel, string> {
  return new Map(modules.flatMap(({ file, operations }) => operations.map((one) => [one, file] as const)));
}

function rootClassCode(rootName: string, resources: readonly ResourceModel[], imports: ModuleImports): string {
  const client = imports.runtimeType("Client");
  const properties = resources.map(({ name, className, description }) => {
    return `${docComment([description], [], "  ")}  readonly ${name}: ${className};\n`;
  });
  const assignments = resources.map(({ name, className }) => `    this.${name} = new ${className}(client);\n`);
  return `/** All operations, as methods of resources. Instances are cheap and hold no connection. */
export class ${rootName}<C extends ${client} = ${client}> {
  /** The client that sends the requests. Functions accept it, too. */
  readonly client: C;
${properties.join("")}
  /** @param client - gives every call its base URL, credentials and options */
  constructor(client: C) {
    this.client = client;
${assignments.join("")}  }
}
`;
}

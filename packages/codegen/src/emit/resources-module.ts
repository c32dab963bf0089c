import type { OperationModel } from "../model/operation.ts";
import { type ResourceModel, resourceClassName } from "../model/resources.ts";
import type { TypeNames } from "../model/schema-names.ts";
import { upperFirst } from "../names/generated-names.ts";
import { type NameRegistry, pascalCase } from "../names/names.ts";
import type { Problem } from "../problem.ts";
import { docComment, HEADER } from "../typescript/code.ts";
import { argumentsType, knownType, takesObject } from "./arguments-type.ts";
import { ModuleImports } from "./module-imports.ts";
import type { PageData } from "./page-data.ts";
import { resourceMethod } from "./resource-method.ts";

interface ResourcesContext {
  /** Operations by the file name of their module. */
  readonly modules: ReadonlyMap<string, readonly OperationModel[]>;
  readonly pageData: PageData;
  /** Names that are taken already; those of the classes and of their arguments are added. */
  readonly exported: NameRegistry;
  readonly names: TypeNames;
  readonly runtime: string;
  readonly report: (problem: Problem) => void;
}

export interface ResourcesModule {
  readonly code: string;
  readonly classes: readonly string[];
  /** Types of arguments. */
  readonly types: readonly string[];
}

/** The module of resources: one class for each, and the root class that has them as properties. */
export function resourcesModule(resources: readonly ResourceModel[], context: ResourcesContext): ResourcesModule {
  const { modules, pageData, exported, names, runtime } = context;
  const imports = new ModuleImports(names);
  const fileOf = new Map([...modules].flatMap(([file, some]) => some.map((one) => [one, file] as const)));
  const types: string[] = [];
  const rootName = take("Resources", context);
  const classes = resources.map((resource) => {
    const name = take(resourceClassName(resource.name), context);
    const methods: string[] = [];
    const parts = resource.methods.map((method) => {
      const file = fileOf.get(method.operation) ?? "";
      const pagesName = pageData.byOperation.get(method.operation) ?? "";
      const place = { className: name, file, pagesName, imports };
      const known = takesObject(method) ? knownType(method, place) : "";
      const type = known ?? exported.take(`${pascalCase(resource.name)}${upperFirst(method.name)}Arguments`);
      methods.push(resourceMethod(method, type, place));
      if (known !== undefined) return "";
      types.push(type);
      return argumentsType(type, method, place);
    });
    const comment = docComment([resource.description, `The operations of {@link ${rootName}.${resource.name}}.`]);
    const base = imports.runtimeValue("ClientResource");
    const body = `${comment}export class ${name} extends ${base} {\n${methods.join("\n")}}\n`;
    return { resource, name, code: [...parts.filter(Boolean), body].join("\n") };
  });
  const root = rootClass(rootName, classes, imports);
  const code = [HEADER, "", imports.print(runtime, "."), ...classes.map((one) => one.code), root].join("\n");
  return { code, classes: [rootName, ...classes.map(({ name }) => name)], types };
}

function take(wanted: string, { exported, report }: ResourcesContext): string {
  const name = exported.take(wanted);
  if (name !== wanted)
    report({ level: "warning", message: `The name ${wanted} is taken; the class is named ${name}.` });
  return name;
}

interface ResourceClass {
  readonly resource: ResourceModel;
  readonly name: string;
}

function rootClass(rootName: string, classes: readonly ResourceClass[], imports: ModuleImports): string {
  const client = imports.runtimeType("Client");
  const properties = classes.map(({ resource, name }) => {
    return `${docComment([resource.description], [], "  ")}  readonly ${resource.name}: ${name};\n`;
  });
  const assignments = classes.map(({ resource, name }) => `    this.${resource.name} = new ${name}(client);\n`);
  return `/** Every operation as a method of its resource. Making one costs little; it holds no connection. */
export class ${rootName}<C extends ${client} = ${client}> {
  /** Makes the calls. The functions take it as well. */
  readonly client: C;
${properties.join("")}
  /** @param client Carries the base URL and the credentials. */
  constructor(client: C) {
    this.client = client;
${assignments.join("")}  }
}
`;
}

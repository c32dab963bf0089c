import { isRenamed } from "../model/method-arguments.ts";
import type { PagesModel } from "../model/pages.ts";
import type { MethodModel } from "../model/resources.ts";
import { paramsName, resultName } from "../names/generated-names.ts";
import { docComment, propertyKey, quote, quoteList } from "../typescript/code.ts";
import { type ArgumentsContext, argumentType } from "./arguments-type.ts";
import { operationProse, outcomeTags } from "./operation-functions.ts";
import { pageTypes } from "./page-data.ts";
import { dataType } from "./result-type.ts";

/**
 * Emits the plain and the detailed method of an operation.
 *
 * @param type - type of the argument object, if there is one
 */
export function resourceMethod(method: MethodModel, type: string, context: ArgumentsContext): string {
  const { name, operation } = method;
  const { className, file, imports } = context;
  const { id, summary } = operation;
  const tags = argumentTags(method);
  const like = `Like {@link ${className}.${name}}, but resolves for any status, with status, headers and decoded body.`;
  const comment = docComment([summary, like], tags, "  ");
  const signature = parameterList(method, type, "RequestOptions", context);
  const callee = imports.operation(file, `${id}Detailed`, "value");
  const { pages } = operation;
  const plain = pages ? pagedMethod(method, pages, type, context) : plainMethod(method, type, context);
  return `${plain}
${comment}  ${name}Detailed(${signature}): Promise<${imports.operation(file, resultName(id), "type")}> {
    return ${callee}(this.client, ${callParams(method, context)}, options);
  }
`;
}

/** Emits a plain method, which calls the detailed one. */
function plainMethod(method: MethodModel, type: string, context: ArgumentsContext): string {
  const { name, operation, path } = method;
  const { imports } = context;
  const comment = docComment(operationProse(operation), [...argumentTags(method), ...outcomeTags(operation)], "  ");
  const data = dataType(operation, imports);
  // The compiler would infer only the first type of a union.
  const unwrap = `${imports.runtimeValue("unwrap")}${data.includes(" | ") ? `<${data}>` : ""}`;
  const given = [...path.map((one) => one.name), ...(method.takesObject ? ["params"] : []), "options"];
  return `${comment}  ${name}(${parameterList(method, type, "RequestOptions", context)}): Promise<${data}> {
    return ${unwrap}(this.${name}Detailed(${given.join(", ")}));
  }
`;
}

/** Emits a plain method whose result can be awaited and iterated. */
function pagedMethod(method: MethodModel, pages: PagesModel, type: string, context: ArgumentsContext): string {
  const { name, operation } = method;
  const { file, pagesName, imports } = context;
  const how =
    "Await it for one page, or use `for await` for the items of all pages. `.pages()` iterates over the pages.";
  const tags = [...argumentTags(method), ...outcomeTags(operation)];
  const comment = docComment([...operationProse(operation), how], tags, "  ");
  const { page, item } = pageTypes(operation, pages, imports);
  const promise = `${imports.runtimeType("PagePromise")}<${item}, ${page}>`;
  const callee = imports.operation(file, operation.id, "value");
  const given = [imports.pages(pagesName), callee, "this.client", callParams(method, context, true), "options"];
  return `${comment}  ${name}(${parameterList(method, type, "PageOptions", context)}): ${promise} {
    return ${imports.runtimeValue("pagePromise")}(${given.join(", ")});
  }
`;
}

function parameterList(method: MethodModel, type: string, optionsType: string, context: ArgumentsContext): string {
  const { operation, path, isBody } = method;
  const positions = path.map((one) => `${one.name}: ${argumentType(one, operation, context.imports)}`);
  const optional = isBody ? `params: ${type} = {}` : `params?: ${type}`;
  const object = method.requiresObject ? `params: ${type}` : optional;
  const options = `options?: ${context.imports.runtimeType(optionsType)}`;
  return [...positions, ...(method.takesObject ? [object] : []), options].join(", ");
}

/**
 * Emits the `params` of the function, made of the arguments.
 *
 * @param isTyped - whether to write their type, because it is not inferred
 */
function callParams(method: MethodModel, { file, imports }: ArgumentsContext, isTyped = false): string {
  const { path, parameters, properties, isBody } = method;
  if (method.takesObject && method.isPlain) return "params";
  const positions = path.map(({ name, target }) => (name === target ? name : `${propertyKey(target)}: ${name}`));
  const object = literal(isBody ? [...positions, "body: params"] : positions);
  if (isBody || !method.takesObject) return object;
  const renamed = [...parameters, ...(properties ?? [])].filter(isRenamed);
  const names = literal(renamed.map(({ name, target }) => `${propertyKey(name)}: ${quote(target)}`));
  const beside = properties && quoteList(parameters.map(({ name }) => name));
  const given = [object, "params", ...(beside || renamed.length > 0 ? [names] : []), ...(beside ? [beside] : [])];
  const type = isTyped ? `<${imports.operation(file, paramsName(method.operation.id), "type")}>` : "";
  return `${imports.runtimeValue("flatParams")}${type}(${given.join(", ")})`;
}

function literal(properties: readonly string[]): string {
  return properties.length > 0 ? `{ ${properties.join(", ")} }` : "{}";
}

/** Returns tags for positional arguments. The properties of the argument object have their own comments. */
function argumentTags({ operation, path }: MethodModel): string[] {
  return [
    ...(operation.deprecated ? ["@deprecated"] : []),
    ...path.flatMap(({ name, description }) => {
      const text = description?.trim();
      return text ? [`@param ${name} - ${text}`] : [];
    }),
  ];
}

import { resultName } from "../operation-names.ts";
import { isRenamed, type MethodModel } from "../resource-model.ts";
import { type ArgumentsContext, isPlain, parameterType, requiresObject, takesObject } from "./arguments-type.ts";
import { docComment, propertyKey, quote, quoteList } from "./code.ts";
import { operationProse, outcomeTags } from "./operation-functions.ts";
import { dataType } from "./result-type.ts";

/**
 * The plain and the detailed method of an operation.
 *
 * @param type Type of the object that it takes by name, if it takes one.
 */
export function resourceMethod(method: MethodModel, type: string, context: ArgumentsContext): string {
  const { name, operation } = method;
  const { className, file, imports } = context;
  const { id, summary } = operation;
  const tags = argumentTags(method);
  const signature = parameterList(method, type, context);
  const call = (callee: string): string =>
    `return ${imports.operation(file, callee, "value")}(this.client, ${callParams(method, context)}, options);`;
  const plain = docComment(operationProse(operation), [...tags, ...outcomeTags(operation)], "  ");
  const like = `Like {@link ${className}.${name}}, but resolves whatever the status is, to status, headers and decoded body.`;
  const detailed = docComment(
    [summary, like],
    [...tags, "@returns The response, told apart by `status` and `ok`."],
    "  ",
  );
  const result = imports.operation(file, resultName(id), "type");
  return `${plain}  ${name}(${signature}): Promise<${dataType(operation, imports)}> {
    ${call(id)}
  }

${detailed}  ${name}Detailed(${signature}): Promise<${result}> {
    ${call(`${id}Detailed`)}
  }
`;
}

function parameterList(method: MethodModel, type: string, context: ArgumentsContext): string {
  const { operation, path, isBody } = method;
  const positions = path.map((one) => `${one.name}: ${parameterType(one, operation, context)}`);
  const optional = isBody ? `params: ${type} = {}` : `params?: ${type}`;
  const object = requiresObject(method) ? `params: ${type}` : optional;
  const options = `options?: ${context.imports.runtimeType("RequestOptions")}`;
  return [...positions, ...(takesObject(method) ? [object] : []), options].join(", ");
}

/** The parameters of the function, made of the arguments. */
function callParams(method: MethodModel, { imports }: ArgumentsContext): string {
  const { path, parameters, properties, isBody } = method;
  if (takesObject(method) && isPlain(method)) return "params";
  const positions = path.map(({ name, target }) => (name === target ? name : `${propertyKey(target)}: ${name}`));
  const object = literal(isBody ? [...positions, "body: params"] : positions);
  if (isBody || !takesObject(method)) return object;
  const renamed = [...parameters, ...(properties ?? [])].filter(isRenamed);
  const names = literal(renamed.map(({ name, target }) => `${propertyKey(name)}: ${quote(target)}`));
  const beside = properties && quoteList(parameters.map(({ name }) => name));
  const given = [object, "params", ...(beside || renamed.length > 0 ? [names] : []), ...(beside ? [beside] : [])];
  return `${imports.runtimeValue("flatParams")}(${given.join(", ")})`;
}

function literal(properties: readonly string[]): string {
  return properties.length > 0 ? `{ ${properties.join(", ")} }` : "{}";
}

function argumentTags(method: MethodModel): string[] {
  const { operation, path } = method;
  return [
    ...(operation.deprecated ? ["@deprecated"] : []),
    ...path.map(({ name, description }) => `@param ${name} ${description?.trim() || "Parameter of the path."}`),
    ...(takesObject(method) ? ["@param params What the operation takes by name."] : []),
    "@param options For this call only: abort signal, time limit, headers.",
  ];
}

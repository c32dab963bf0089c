import { errorName } from "../model/error-classes.ts";
import type { OperationModel } from "../model/operation.ts";
import { paramsName, resultName } from "../names/generated-names.ts";
import { docComment, propertyKey } from "../typescript/code.ts";
import type { ModuleImports } from "./module-imports.ts";
import { dataType } from "./result-type.ts";

/** The plain and the detailed function of an operation. */
export function operationFunctions(model: OperationModel, imports: ModuleImports): string {
  const { id } = model;
  const optional = model.parameters.some(({ required }) => required) || model.body?.required ? "" : "?";
  const options = imports.runtimeType("RequestOptions");
  const signature = `  client: ${clientType(model, imports)},
  params${optional}: ${paramsName(id)},
  options?: ${options},
`;
  return `${plainComment(model)}export function ${id}(
${signature}): Promise<${dataType(model, imports)}> {
  return ${imports.runtimeValue("requestData")}(client, ${id}Operation, params, options);
}

${detailedComment(model)}export function ${id}Detailed(
${signature}): Promise<${resultName(id)}> {
  return ${imports.runtimeValue("request")}(client, ${id}Operation, params, options);
}
`;
}

/** The client must carry all schemes of one alternative; an alternative without schemes makes security optional. */
export function clientType({ security }: OperationModel, imports: ModuleImports, name = "Client"): string {
  const client = imports.runtimeType(name);
  if (security.length === 0 || security.some((schemes) => schemes.length === 0)) return client;
  const types = security.map(
    (schemes) => `${client}<{ ${schemes.map((name) => `${propertyKey(name)}: true`).join("; ")} }>`,
  );
  return [...new Set(types)].join(" | ");
}

function plainComment(model: OperationModel): string {
  return docComment(operationProse(model), [
    ...argumentTags(model),
    ...outcomeTags(model),
    `@see {@link ${model.id}Detailed} for status and headers, and errors as values.`,
    ...seeTag(model.externalDocs),
  ]);
}

/** What the description says of an operation, and its method and path. */
export function operationProse({ summary, description, method, path }: OperationModel): (string | undefined)[] {
  const prose = summary?.trim() === description?.trim() ? [description] : [summary, description];
  return [...prose, `\`${method.toUpperCase()} ${path}\``];
}

/** What the plain form resolves to, and the errors that it rejects with. */
export function outcomeTags({ responses }: OperationModel): string[] {
  const successes = responses.filter(({ status }) => status.startsWith("2"));
  const failures = responses.filter(({ status }) => /^[45]\d\d$/.test(status));
  return [
    `@returns ${successes.map((response) => response.description).join(" Or: ") || "The decoded body."}`,
    ...failures.map(
      (response) => `@throws {${errorName(response.status)}} ${response.status}: ${response.description}`,
    ),
  ];
}

/** As a link, because of what else follows `@see` the first word is taken for a name, and an `@` in it for a tag. */
function seeTag(externalDocs: OperationModel["externalDocs"]): string[] {
  const { url, description = "" } = externalDocs ?? {};
  if (!url || !/^https?:/.test(url) || !URL.canParse(url)) return [];
  const link = `${new URL(url).href} ${String(description)}`.replace(/[{}]/g, encodeURIComponent).trim();
  return [`@see {@link ${link}}`];
}

function detailedComment(model: OperationModel): string {
  const { id, summary } = model;
  return docComment(
    [summary, `Like {@link ${id}}, but resolves whatever the status is, to status, headers and decoded body.`],
    [...argumentTags(model), "@returns The response, told apart by `status` and `ok`."],
  );
}

function argumentTags({ deprecated }: OperationModel): string[] {
  return [
    ...(deprecated ? ["@deprecated"] : []),
    "@param client Carries the base URL and the credentials.",
    "@param params Parameters and body.",
    "@param options For this call only: abort signal, time limit, headers.",
  ];
}

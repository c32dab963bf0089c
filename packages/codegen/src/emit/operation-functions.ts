import { errorName } from "../model/error-classes.ts";
import type { OperationModel } from "../model/operation.ts";
import { paramsName, resultName } from "../names/generated-names.ts";
import { docComment } from "../typescript/code.ts";
import { clientType } from "./client-type.ts";
import type { ModuleImports } from "./module-imports.ts";
import { dataType } from "./result-type.ts";

/** Emits the plain and the detailed function of an operation. */
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

function plainComment(model: OperationModel): string {
  return docComment(operationProse(model), [
    ...deprecatedTag(model),
    ...outcomeTags(model),
    `@see {@link ${model.id}Detailed}, which also gives status and headers, and errors as values.`,
    ...seeTag(model.externalDocs),
  ]);
}

/** Returns the summary and description of an operation, and its method and path. */
export function operationProse({ summary, description, method, path }: OperationModel): (string | undefined)[] {
  const prose = summary?.trim() === description?.trim() ? [description] : [summary, description];
  return [...prose, `\`${method.toUpperCase()} ${path}\``];
}

/** Returns `@returns` and `@throws` tags for the plain function. */
export function outcomeTags({ responses }: OperationModel): string[] {
  const successes = responses.filter(({ status }) => status.startsWith("2"));
  const described = successes.map(({ description }) => description.trim()).filter(Boolean);
  const failures = responses.filter(({ status }) => /^[45]\d\d$/.test(status));
  return [
    ...(described.length > 0 ? [`@returns ${described.join(" Or: ")}`] : []),
    ...failures.map(({ status, description }) => {
      const text = description.trim();
      return `@throws {${errorName(status)}} if the status is ${status}${text && `: ${text}`}`;
    }),
  ];
}

/** A link, because TypeScript takes the first word after `@see` for a name, and an `@` in it for a tag. */
function seeTag(externalDocs: OperationModel["externalDocs"]): string[] {
  const { url, description = "" } = externalDocs ?? {};
  if (!url || !/^https?:/.test(url) || !URL.canParse(url)) return [];
  const link = `${new URL(url).href} ${String(description)}`.replace(/[{}]/g, encodeURIComponent).trim();
  return [`@see {@link ${link}}`];
}

function detailedComment(model: OperationModel): string {
  const { id, summary } = model;
  return docComment(
    [summary, `Like {@link ${id}}, but resolves for any status, with status, headers and decoded body.`],
    deprecatedTag(model),
  );
}

/** Returns a `@deprecated` tag for a deprecated operation. */
export function deprecatedTag({ deprecated }: OperationModel): string[] {
  return deprecated ? ["@deprecated"] : [];
}

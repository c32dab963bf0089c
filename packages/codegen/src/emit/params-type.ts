import type { OperationModel } from "../model/operation.ts";
import type { ParameterModel } from "../model/parameters.ts";
import { paramsName } from "../names/generated-names.ts";
import { docComment, LINE_WIDTH, propertyKey, quote } from "../typescript/code.ts";
import { bodyType } from "./media-type.ts";
import type { ModuleImports } from "./module-imports.ts";

const PLACES = ["path", "query", "header", "cookie"] as const;

/** `export type ListProjectsParams = …`: parameters flat under their own names, and the body. */
export function paramsType(model: OperationModel, imports: ModuleImports): string {
  const groups = PLACES.map((place) => parameterGroup(model, place, imports));
  const parts = [...groups, bodyGroup(model, imports)].filter((part) => part !== "");
  const comment = docComment([`Parameters of {@link ${model.id}}.`]);
  const start = `export type ${paramsName(model.id)} = `;
  const [first = ""] = parts.join(" & ").split("\n");
  const type = parts.join(start.length + first.length < LINE_WIDTH ? " & " : " &\n  ");
  return `${comment}${start}${type || "Record<string, never>"};\n`;
}

/** The parameters of one place: by reference where every name is its own, else one by one. */
function parameterGroup(model: OperationModel, place: string, imports: ModuleImports): string {
  const group = model.parameters.filter((parameter) => parameter.in === place);
  if (group.length === 0) return "";
  const type = `${imports.openapi("operations")}[${quote(model.id)}]["parameters"][${quote(place)}]`;
  const present = group.some(({ required }) => required) ? type : `NonNullable<${type}>`;
  if (group.every(({ argument, name }) => argument === name)) return present;
  return `{\n${group.map((parameter) => property(parameter, present)).join("")}}`;
}

function property({ argument, name, required, description }: ParameterModel, group: string): string {
  const comment = docComment([description], [], "  ");
  return `${comment}  ${propertyKey(argument)}${required ? "" : "?"}: ${group}[${quote(name)}];\n`;
}

/** `{ body: … }`; with several media types, `contentType` tells which: it may be left out for the first. */
export function bodyGroup({ id, body }: OperationModel, imports: ModuleImports): string {
  if (!body) return "";
  const several = body.media.length > 1;
  const alternatives = body.media.map((media, position) => {
    const optional = position === 0 ? "?" : "";
    const choice = several ? `  contentType${optional}: ${quote(media.type)};\n` : "";
    return `{\n${choice}  body${body.required ? "" : "?"}: ${bodyType(media, id, body.required, imports)};\n}`;
  });
  return several ? `(${alternatives.join(" | ")})` : alternatives.join("");
}

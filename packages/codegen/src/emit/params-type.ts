import type { OperationModel } from "../model/operation.ts";
import type { ParameterModel } from "../model/parameters.ts";
import { paramsName } from "../names/generated-names.ts";
import { schemaComment } from "../types/schema-comment.ts";
import { docComment, propertyKey, quote } from "../typescript/code.ts";
import { bodyType } from "./media-type.ts";
import type { ModuleImports } from "./module-imports.ts";

const PLACES = ["path", "query", "header", "cookie"] as const;

/** Emits `export type ListProjectsParams = { … }`: all parameters under their argument names, and the body. */
export function paramsType(model: OperationModel, imports: ModuleImports): string {
  const ordered = PLACES.flatMap((place) => model.parameters.filter((parameter) => parameter.in === place));
  const properties = ordered.map((one) => parameterProperty(one, one.argument, model, imports)).join("");
  const comment = docComment([`Parameters of {@link ${model.id}}.`]);
  const type = withBody(properties, model, imports) || "Record<string, never>";
  return `${comment}export type ${paramsName(model.id)} = ${type};\n`;
}

/** Emits a parameter as a property, with its description. */
export function parameterProperty(
  parameter: ParameterModel,
  name: string,
  model: OperationModel,
  imports: ModuleImports,
): string {
  const { schema = {} } = parameter;
  const comment = schemaComment(
    { ...schema, deprecated: parameter.deprecated === true },
    parameter.description ?? schema.description,
    "  ",
  );
  const type = parameterType(parameter, model, imports).replaceAll("\n", "\n  ");
  return `${comment}  ${propertyKey(name)}${parameter.required ? "" : "?"}: ${type};\n`;
}

/** Returns the type of a parameter, or its path in the openapi module if the type cannot be printed elsewhere. */
export function parameterType(
  { in: place, name }: ParameterModel,
  { id, parameters }: OperationModel,
  imports: ModuleImports,
): string {
  const type = imports.types.parameter(id, place, name);
  if (type) return imports.type(type);
  const group = `${imports.openapi("operations")}[${quote(id)}]["parameters"][${quote(place)}]`;
  const isRequired = parameters.some((one) => one.in === place && one.required);
  return `${isRequired ? group : `NonNullable<${group}>`}[${quote(name)}]`;
}

/**
 * Emits an object type with these properties and `body`. With several media types, each is an alternative that
 * `contentType` selects; the first is the default. Returns an empty string if there are no properties.
 *
 * @param properties - lines of code
 */
export function withBody(properties: string, { id, body }: OperationModel, imports: ModuleImports): string {
  const media = body?.media ?? [];
  const several = media.length > 1;
  const bodies = media.map((one, position) => {
    const choice = several ? `  contentType${position === 0 ? "?" : ""}: ${quote(one.type)};\n` : "";
    const type = bodyType(one, id, body?.required === true, imports);
    return `${choice}  body${body?.required ? "" : "?"}: ${type};\n`;
  });
  if (!several) return objectType(properties + bodies.join(""));
  const alternatives = bodies.map(objectType).join(" | ");
  return properties ? `${objectType(properties)} & (${alternatives})` : alternatives;
}

function objectType(properties: string): string {
  return properties && `{\n${properties}}`;
}

import type { Schema } from "../document/openapi.ts";
import { isRenamed } from "../model/method-arguments.ts";
import type { OperationModel } from "../model/operation.ts";
import type { ParameterModel } from "../model/parameters.ts";
import { propertiesOf } from "../model/properties.ts";
import { code, inline, table } from "./markdown.ts";
import type { PageLinks } from "./page-links.ts";
import { shownBody, shownType } from "./shown-type.ts";

type Row = readonly [name: string, type: string, description: string, notes: string];

/** Writes the parameters of an operation, its body, and the properties of the body. */
export function parametersSection(operation: OperationModel, links: PageLinks): string {
  const rows = [
    ...operation.parameters.map((one) => parameterRow(one, operation, links)),
    ...bodyRows(operation, links),
  ];
  if (rows.length === 0) return "This operation takes no parameters.\n";
  return table(["Name", "Type", "Description", "Notes"], rows);
}

function parameterRow(parameter: ParameterModel, operation: OperationModel, links: PageLinks): Row {
  const { argument, name, in: place, description, required, schema } = parameter;
  const wireName = argument === name ? "" : `, as ${code(name)}`;
  return [
    code(argument),
    shownType(links, schema),
    inline(description ?? ""),
    notes(
      required ? "required" : "",
      `${place}${wireName}`,
      ...schemaNotes(links, schema),
      operation.sensitive.includes(argument) ? "secret" : "",
      parameter.deprecated ? "deprecated" : "",
      methodNote(operation, links, argument),
    ),
  ];
}

function bodyRows(operation: OperationModel, links: PageLinks): Row[] {
  const { model } = links.context;
  const { body, sensitive } = operation;
  if (!body) return [];
  const [only, ...others] = body.media;
  const types = new Set(body.media.map((media) => shownBody(links, media)));
  const properties = only && others.length === 0 ? propertiesOf(model.schema, only.schema) : [];
  return [
    [
      code("body"),
      [...types].join(" or "),
      inline(body.description ?? ""),
      notes(
        body.required ? "required" : "",
        body.media.map(({ type }) => code(type)).join(" or "),
        sensitive.includes("*") ? "secret" : "",
      ),
    ],
    ...(others.length > 0 ? [contentTypeRow(body.media.map(({ type }) => type))] : []),
    ...properties.flatMap(({ name, node: property, required }): Row[] => {
      const schema = model.schema(property);
      if ((property.readOnly ?? schema?.readOnly) === true) return [];
      return [
        [
          code(`body.${name}`),
          shownType(links, property),
          inline(property.description ?? schema?.description ?? ""),
          notes(
            required ? "required" : "",
            ...schemaNotes(links, property),
            sensitive.includes(name) ? "secret" : "",
            (property.deprecated ?? schema?.deprecated) === true ? "deprecated" : "",
            methodNote(operation, links, name, true),
          ),
        ],
      ];
    }),
  ];
}

function contentTypeRow([first = "", ...others]: readonly string[]): Row {
  const types = [first, ...others].map((type) => code(JSON.stringify(type))).join(" or ");
  return [code("contentType"), types, "Media type of the body.", `default ${code(JSON.stringify(first))}`];
}

function schemaNotes({ context }: PageLinks, node: Schema | undefined): string[] {
  const value = node?.default ?? context.model.schema(node)?.default;
  return value === undefined ? [] : [`default ${code(JSON.stringify(value))}`];
}

/** Returns the name of an argument in the class, if it differs. */
function methodNote(operation: OperationModel, { context }: PageLinks, target: string, isProperty = false): string {
  const method = context.model.methods.get(operation);
  const all = isProperty ? method?.properties : [...(method?.path ?? []), ...(method?.parameters ?? [])];
  const argument = all?.find((one) => one.target === target);
  return argument && isRenamed(argument) ? `${code(argument.name)} in the class` : "";
}

function notes(...all: readonly string[]): string {
  return all.filter(Boolean).join(", ");
}

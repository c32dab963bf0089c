import type { Schema } from "../document/openapi.ts";
import { isRenamed } from "../model/method-arguments.ts";
import type { OperationModel } from "../model/operation.ts";
import type { ParameterModel } from "../model/parameters.ts";
import { propertiesOf } from "../model/properties.ts";
import { code, inline, table } from "./markdown.ts";
import type { Pages } from "./pages.ts";
import { shownBody, shownType } from "./shown-type.ts";

type Row = readonly [name: string, type: string, description: string, notes: string];

/** What an operation takes: its parameters, its body, and the properties of that. */
export function parametersSection(operation: OperationModel, pages: Pages): string {
  const rows = [
    ...operation.parameters.map((one) => parameterRow(one, operation, pages)),
    ...bodyRows(operation, pages),
  ];
  if (rows.length === 0) return "This operation takes no parameters.\n";
  return table(["Name", "Type", "Description", "Notes"], rows);
}

function parameterRow(parameter: ParameterModel, operation: OperationModel, pages: Pages): Row {
  const { argument, name, in: place, description, required, schema } = parameter;
  const wireName = argument === name ? "" : `, as ${code(name)}`;
  return [
    code(argument),
    shownType(pages, schema),
    inline(description ?? ""),
    notes(
      required ? "required" : "",
      `${place}${wireName}`,
      ...schemaNotes(pages, schema),
      operation.sensitive.includes(argument) ? "secret" : "",
      parameter.deprecated ? "deprecated" : "",
      methodNote(operation, pages, argument),
    ),
  ];
}

function bodyRows(operation: OperationModel, pages: Pages): Row[] {
  const { model } = pages.context;
  const { body, sensitive } = operation;
  if (!body) return [];
  const [only, ...others] = body.media;
  const types = new Set(body.media.map((media) => shownBody(pages, media)));
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
          shownType(pages, property),
          inline(property.description ?? schema?.description ?? ""),
          notes(
            required ? "required" : "",
            ...schemaNotes(pages, property),
            sensitive.includes(name) ? "secret" : "",
            (property.deprecated ?? schema?.deprecated) === true ? "deprecated" : "",
            methodNote(operation, pages, name, true),
          ),
        ],
      ];
    }),
  ];
}

function contentTypeRow([first = "", ...others]: readonly string[]): Row {
  const types = [first, ...others].map((type) => code(JSON.stringify(type))).join(" or ");
  return [code("contentType"), types, "Chooses the media type of the body.", `default ${code(JSON.stringify(first))}`];
}

function schemaNotes({ context }: Pages, node: Schema | undefined): string[] {
  const value = node?.default ?? context.model.schema(node)?.default;
  return value === undefined ? [] : [`default ${code(JSON.stringify(value))}`];
}

/** What a method calls it, if it is called otherwise there. */
function methodNote(operation: OperationModel, { context }: Pages, target: string, isProperty = false): string {
  const method = context.model.methods.get(operation);
  const all = isProperty ? method?.properties : [...(method?.path ?? []), ...(method?.parameters ?? [])];
  const argument = all?.find((one) => one.target === target);
  return argument && isRenamed(argument) ? `${code(argument.name)} in the class` : "";
}

function notes(...all: readonly string[]): string {
  return all.filter(Boolean).join(", ");
}

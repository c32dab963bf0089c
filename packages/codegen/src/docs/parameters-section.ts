import { dereference, type RequestBody, type Schema } from "../document/openapi.ts";
import type { OperationModel, ParameterModel } from "../model/operation.ts";
import { isRenamed } from "../model/resources.ts";
import { code, inline, table } from "./markdown.ts";
import type { Pages } from "./pages.ts";
import { propertiesOf } from "./properties.ts";
import { shownBody, shownType } from "./shown-type.ts";

type Row = readonly [name: string, type: string, description: string, notes: string];

/** What an operation takes: its parameters, its body, and the properties of that. */
export function parametersSection(model: OperationModel, pages: Pages): string {
  const rows = [...model.parameters.map((one) => parameterRow(one, model, pages)), ...bodyRows(model, pages)];
  if (rows.length === 0) return "This operation takes no parameters.\n";
  return table(["Name", "Type", "Description", "Notes"], rows);
}

function parameterRow(parameter: ParameterModel, model: OperationModel, pages: Pages): Row {
  const { argument, name, in: place, description, required } = parameter;
  const schema = parameter.schema as Schema | undefined;
  const wireName = argument === name ? "" : `, as ${code(name)}`;
  return [
    code(argument),
    shownType(pages, schema),
    inline(description ?? ""),
    notes(
      required ? "required" : "",
      `${place}${wireName}`,
      ...schemaNotes(pages, schema),
      model.sensitive.includes(argument) ? "secret" : "",
      parameter.deprecated ? "deprecated" : "",
      methodNote(model, pages, argument),
    ),
  ];
}

function bodyRows(model: OperationModel, pages: Pages): Row[] {
  const { document } = pages.context;
  const { body } = model;
  if (!body) return [];
  const node = dereference<RequestBody>(document, document.paths?.[model.path]?.[model.method]?.requestBody);
  const schemaOf = (type: string): Schema | undefined => {
    return dereference(document, node?.content?.[type])?.schema as Schema | undefined;
  };
  const [only, ...others] = body.media;
  const types = new Set(body.media.map((media) => shownBody(pages, media, schemaOf(media.type))));
  const properties = only && others.length === 0 ? propertiesOf(document, schemaOf(only.type)) : [];
  return [
    [
      code("body"),
      [...types].join(" or "),
      inline(node?.description ?? ""),
      notes(
        body.required ? "required" : "",
        body.media.map(({ type }) => code(type)).join(" or "),
        model.sensitive.includes("*") ? "secret" : "",
      ),
    ],
    ...(others.length > 0 ? [contentTypeRow(body.media.map(({ type }) => type))] : []),
    ...properties.flatMap(({ name, node: property, required }): Row[] => {
      const schema = dereference<Schema>(document, property);
      if ((property.readOnly ?? schema?.readOnly) === true) return [];
      return [
        [
          code(`body.${name}`),
          shownType(pages, property),
          inline(property.description ?? schema?.description ?? ""),
          notes(
            required ? "required" : "",
            ...schemaNotes(pages, property),
            model.sensitive.includes(name) ? "secret" : "",
            (property.deprecated ?? schema?.deprecated) === true ? "deprecated" : "",
            methodNote(model, pages, name, true),
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
  const value = node?.default ?? dereference<Schema>(context.document, node)?.default;
  return value === undefined ? [] : [`default ${code(JSON.stringify(value))}`];
}

/** What a method calls it, if it is called otherwise there. */
function methodNote(model: OperationModel, { context }: Pages, target: string, isProperty = false): string {
  const { method } = context.methods.get(model) ?? {};
  const all = isProperty ? method?.properties : [...(method?.path ?? []), ...(method?.parameters ?? [])];
  const argument = all?.find((one) => one.target === target);
  return argument && isRenamed(argument) ? `${code(argument.name)} in the class` : "";
}

function notes(...all: readonly string[]): string {
  return all.filter(Boolean).join(", ");
}

import { isFile } from "../document/file-schema.ts";
import { componentName, type Schema } from "../document/openapi.ts";
import { listOf } from "../model/lists.ts";
import type { Media } from "../model/media.ts";
import { propertiesOf } from "../model/properties.ts";
import { code, link } from "./markdown.ts";
import type { Pages } from "./pages.ts";

/** Lists of values are cut after so many. */
const MOST_VALUES = 12;
const MOST_LEVELS = 4;

/**
 * A type for people, in Markdown: a named type by its link, others by what they are in a program. It is no code: the
 * declarations of the package are the whole truth.
 */
export function shownType(pages: Pages, node: Schema | undefined): string {
  const words = [...new Set(alternatives(pages, node, MOST_LEVELS))];
  return words.length > 0 ? words.join(" or ") : code("unknown");
}

/** The type of a body: what the runtime decodes the media type to, or takes for it. */
export function shownBody(pages: Pages, { kind, schema }: Media): string {
  if (kind === "binary") return code("Blob");
  return kind === "text" ? code("string") : shownType(pages, schema);
}

function alternatives(pages: Pages, node: Schema | undefined, levels: number): string[] {
  const { model } = pages.context;
  const name = componentName(node);
  const target = name === undefined ? undefined : pages.typeLink(name);
  if (target) return [link(code(target.typeName), target.href)];
  const schema = model.schema(node);
  if (!schema || levels === 0) return [];
  if (isFile(schema)) return [code("Blob")];
  const inside = (part: unknown): string[] => alternatives(pages, part as Schema, levels - 1);
  const values = schema.const !== undefined ? [schema.const] : listOf(schema.enum);
  if (values.length > 0) {
    const shown = values.slice(0, MOST_VALUES).map((value) => code(JSON.stringify(value) ?? "null"));
    return values.length > MOST_VALUES ? [...shown, "others"] : shown;
  }
  const nullable = schema.nullable === true ? [code("null")] : [];
  const choices = [...listOf(schema.oneOf), ...listOf(schema.anyOf)];
  if (choices.length > 0) return [...choices.flatMap(inside), ...nullable];
  const types = [schema.type].flat().filter((type) => type !== undefined);
  if (types.length === 0 && propertiesOf(model.schema, schema).length === 0) {
    return [...listOf(schema.allOf).flatMap(inside).slice(0, 1), ...nullable];
  }
  const named = (types.length > 0 ? types : ["object"]).map((type) => {
    if (type === "integer" || type === "number") return code("number");
    if (type === "array") return listType(inside(schema.items));
    return code(String(type));
  });
  return [...named, ...nullable];
}

function listType(items: readonly string[]): string {
  const words = [...new Set(items)].join(" or ");
  return `list of ${items.length > 1 ? `(${words})` : words || code("unknown")}`;
}

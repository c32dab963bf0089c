import { isFile } from "../document/file-schema.ts";
import { componentName, type Schema } from "../document/openapi.ts";
import { listOf } from "../model/lists.ts";
import type { Media } from "../model/media.ts";
import { propertiesOf } from "../model/properties.ts";
import { code, link } from "./markdown.ts";
import type { PageLinks } from "./page-links.ts";

/** The most values of an enumeration that are shown. */
const MOST_VALUES = 12;
const MAX_DEPTH = 4;

/**
 * Writes a type in Markdown, for people: a link for a named type, or else a short text. The declarations of the package
 * have the complete type.
 */
export function shownType(links: PageLinks, node: Schema | undefined): string {
  const words = [...new Set(alternatives(links, node, MAX_DEPTH))];
  return words.length > 0 ? words.join(" or ") : code("unknown");
}

/** Writes the type of a body in programs. */
export function shownBody(links: PageLinks, { kind, schema }: Media): string {
  if (kind === "binary") return code("Blob");
  return kind === "text" ? code("string") : shownType(links, schema);
}

function alternatives(links: PageLinks, node: Schema | undefined, levels: number): string[] {
  const { model } = links.context;
  const name = componentName(node);
  const target = name === undefined ? undefined : links.typeLink(name);
  if (target) return [link(code(target.typeName), target.href)];
  const schema = model.schema(node);
  if (!schema || levels === 0) return [];
  if (isFile(schema)) return [code("Blob")];
  const inside = (part: unknown): string[] => alternatives(links, part as Schema, levels - 1);
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

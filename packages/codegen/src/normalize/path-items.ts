import { dereference, type OpenApiDocument, type PathItem, type Reference } from "../document/openapi.ts";

/** Copies path items and operations that several paths share (`$ref`, YAML anchors), so that each gets its own name. */
export function inlinePathItem(document: OpenApiDocument, item: PathItem): PathItem {
  return { ...(dereference<PathItem>(document, item as Reference) ?? item) };
}

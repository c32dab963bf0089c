import { dereference, type OpenApiDocument, type PathItem, type Reference } from "../document/openapi.ts";

/** Two paths may share an item or an operation (`$ref`, YAML anchors), but each operation gets a name of its own. */
export function inlinePathItem(document: OpenApiDocument, item: PathItem): PathItem {
  return { ...(dereference<PathItem>(document, item as Reference) ?? item) };
}

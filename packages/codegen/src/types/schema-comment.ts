import type { Schema } from "../document/openapi.ts";
import { docComment } from "../typescript/code.ts";

/** Returns the documentation comment of a type or a property. */
export function schemaComment(
  schema: Schema,
  description: string | undefined = schema.description,
  indent = "",
): string {
  const { title, format, default: fallback, deprecated } = schema;
  return docComment(
    [description ?? title],
    [
      ...(deprecated ? ["@deprecated"] : []),
      ...(format ? [`@format ${format}`] : []),
      ...(fallback === undefined ? [] : [`@default ${JSON.stringify(fallback)}`]),
    ],
    indent,
  );
}

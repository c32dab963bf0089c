import { formatPointer, isObject, type OpenApiDocument } from "../document/openapi.ts";
import { walk } from "../document/walk.ts";

/** Gives discriminators that map to names of schemas the references that they stand for; the engines know no others. */
export function resolveDiscriminatorMappings(document: OpenApiDocument): void {
  const schemas = document.components?.schemas ?? {};
  walk(document, ({ node }) => {
    const mapping = isObject(node.discriminator) ? node.discriminator.mapping : undefined;
    if (!isObject(mapping)) return;
    for (const [value, target] of Object.entries(mapping)) {
      if (typeof target === "string" && Object.hasOwn(schemas, target)) {
        mapping[value] = formatPointer(["components", "schemas", target]);
      }
    }
  });
}

import { formatPointer, isObject, type OpenApiDocument } from "../document/openapi.ts";
import { walk } from "../document/walk.ts";

/** Replaces schema names in discriminator mappings by references, because the engines support only these. */
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

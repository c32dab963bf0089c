import { isObject, type OpenApiDocument, type Schema } from "../description/openapi.ts";
import type { GeneratedTypes } from "../types/generated-types.ts";
import { printNode } from "../types/nodes.ts";
import { schemaComment } from "../types/schema-comment.ts";
import { declareSchema } from "../types/schema-declaration.ts";
import { SchemaMembers } from "../types/schema-members.ts";
import { HEADER } from "./code.ts";

/** The module of named types: a declaration for each component schema, in which they refer to each other by name. */
export function schemasModule(document: OpenApiDocument, { names, description }: GeneratedTypes): string | undefined {
  if (names.schemas.size === 0) return undefined;
  const members = new SchemaMembers(description.schemas);
  const exported = new Set(names.schemas.values());
  const references = {
    schema: (schema: string) => names.schemas.get(schema),
    hides: (name: string) => exported.has(name),
  };
  const declarations = [...names.schemas].flatMap(([schema, name]) => {
    const type = description.schemas.get(schema);
    if (!type) throw new Error(`The schema ${schema} has no type.`);
    const node: unknown = document.components?.schemas?.[schema];
    const comment = isObject(node) ? schemaComment(node as Schema) : "";
    return `${comment}${printNode(declareSchema(name, type, members, references))}\n`;
  });
  return [HEADER, "", ...declarations].join("\n");
}

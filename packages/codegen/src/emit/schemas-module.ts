import type { SchemaModels } from "../model/schemas.ts";
import type { DescriptionTypes } from "../types/description-types.ts";
import { printNode } from "../types/nodes.ts";
import { schemaComment } from "../types/schema-comment.ts";
import { declareSchema } from "../types/schema-declaration.ts";
import { SchemaMembers } from "../types/schema-members.ts";
import { HEADER } from "../typescript/code.ts";

/** Emits the module of named types, with a declaration for each component schema. */
export function schemasModule(schemas: SchemaModels, types: DescriptionTypes): string {
  const members = new SchemaMembers(types.schemas);
  const exported = new Set([...schemas.values()].map(({ typeName }) => typeName));
  const references = {
    schema: (name: string) => schemas.get(name)?.typeName,
    hides: (name: string) => exported.has(name),
  };
  const declarations = [...schemas.values()].map(({ name, typeName, node }) => {
    const type = types.schemas.get(name);
    if (!type) throw new Error(`The schema ${name} has no type.`);
    return `${schemaComment(node)}${printNode(declareSchema(typeName, type, members, references))}\n`;
  });
  return [HEADER, "", ...declarations].join("\n");
}

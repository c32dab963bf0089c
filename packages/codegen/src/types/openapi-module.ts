import ts from "typescript";
import type { SchemaModels } from "../model/schemas.ts";
import { fitLine, HEADER, sortNames } from "../typescript/code.ts";
import type { DescriptionTypes } from "./description-types.ts";
import { nameReferences, type ReferenceNames } from "./named-references.ts";
import { findDeclaration, printNode, schemaReference, signatureName } from "./nodes.ts";

/**
 * Emits the openapi module, for openapi-fetch and similar clients: `paths`, `webhooks`, `components` and `operations`. Its
 * schemas refer to the schemas module.
 */
export function openapiModule({ statements }: DescriptionTypes, schemas: SchemaModels): string {
  const used = new Set<string>();
  const exported = new Set([...schemas.values()].map(({ typeName }) => typeName));
  const references: ReferenceNames = {
    schema: (schema) => {
      const name = schemas.get(schema)?.typeName;
      if (name !== undefined) used.add(name);
      return name;
    },
    hides: (name) => exported.has(name),
  };
  const components = findDeclaration(statements, "components");
  const declarations = statements
    .filter((statement) => !isHelper(statement))
    .map((statement) => {
      const declared = statement === components ? withReferences(components) : statement;
      return printNode(nameReferences(declared, references));
    });
  const imports = used.size > 0 ? fitLine("import type {", sortNames(used), `} from "./schemas.gen.js";`) : "";
  return [HEADER, "", ...(imports ? [imports] : []), ...declarations, ""].join("\n");
}

/** Uses of openapi-typescript's helper `WithRequired` have been expanded. */
function isHelper(statement: ts.Statement): boolean {
  return ts.isTypeAliasDeclaration(statement) && statement.name.text === "WithRequired";
}

/** Returns `components` with a reference for each schema. The declarations have the comments. */
function withReferences(components: ts.InterfaceDeclaration): ts.InterfaceDeclaration {
  const { factory } = ts;
  const members = components.members.map((member) => {
    if (!ts.isPropertySignature(member) || signatureName(member) !== "schemas") return member;
    if (!member.type || !ts.isTypeLiteralNode(member.type)) return member;
    const schemas = member.type.members.filter(ts.isPropertySignature).map((schema) => {
      const reference = schemaReference(signatureName(schema));
      return factory.createPropertySignature(undefined, schema.name, undefined, reference);
    });
    return factory.createPropertySignature(undefined, member.name, undefined, factory.createTypeLiteralNode(schemas));
  });
  return factory.createInterfaceDeclaration(components.modifiers, components.name, undefined, undefined, members);
}

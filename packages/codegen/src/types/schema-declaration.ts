import ts from "typescript";
import { nameReferences, type ReferenceNames } from "./named-references.ts";
import type { SchemaMembers } from "./schema-members.ts";

const EXPORT = [ts.factory.createModifier(ts.SyntaxKind.ExportKeyword)];

/**
 * Declares the type of a component schema: an interface for an object, or else an alias. For `allOf`, the interface
 * extends the parts if their properties differ; if a part narrows a property of another part, the type is an
 * intersection.
 */
export function declareSchema(
  name: string,
  type: ts.TypeNode,
  members: SchemaMembers,
  names: ReferenceNames,
): ts.Statement {
  const parts: readonly ts.TypeNode[] =
    ts.isIntersectionTypeNode(type) && members.propertyNames(type) ? type.types : [type];
  const own = parts.filter(ts.isTypeLiteralNode).flatMap((part) => [...part.members]);
  const bases = parts.filter((part) => !ts.isTypeLiteralNode(part)).map((part) => nameReferences(part, names));
  if ((own.length > 0 || bases.length > 1) && bases.every(ts.isTypeReferenceNode)) {
    const elements = own.map((member) => nameReferences(member, names));
    return ts.factory.createInterfaceDeclaration(EXPORT, name, undefined, heritage(bases), elements);
  }
  return ts.factory.createTypeAliasDeclaration(EXPORT, name, undefined, nameReferences(type, names));
}

function heritage(bases: readonly ts.TypeReferenceNode[]): ts.HeritageClause[] {
  if (bases.length === 0) return [];
  const types = bases.map(({ typeName, typeArguments }) => {
    return ts.factory.createExpressionWithTypeArguments(expressionOf(typeName), typeArguments);
  });
  return [ts.factory.createHeritageClause(ts.SyntaxKind.ExtendsKeyword, types)];
}

function expressionOf(name: ts.EntityName): ts.Expression {
  if (ts.isIdentifier(name)) return name;
  return ts.factory.createPropertyAccessExpression(expressionOf(name.left), name.right);
}

import ts from "typescript";

const printer = ts.createPrinter({ newLine: ts.NewLineKind.LineFeed });
const file = ts.createSourceFile("types.ts", "", ts.ScriptTarget.ESNext);

/** Prints a node, indented by two spaces a level. */
export function printNode(node: ts.Node): string {
  const text = printer.printNode(ts.EmitHint.Unspecified, node, file);
  return text.replace(/^( {4})+/gm, (indent) => indent.slice(indent.length / 2));
}

/** Replaces the comments of a node. An empty comment removes them. */
export function setComment(node: ts.Node, comment: string): void {
  const text = comment.trim().slice("/*".length, -"*/".length);
  const { MultiLineCommentTrivia: kind } = ts.SyntaxKind;
  ts.setSyntheticLeadingComments(node, text ? [{ kind, text, hasTrailingNewLine: true, pos: -1, end: -1 }] : undefined);
}

/** Finds an interface by its name. */
export function findDeclaration(
  statements: readonly ts.Statement[],
  name: string,
): ts.InterfaceDeclaration | undefined {
  return statements.filter(ts.isInterfaceDeclaration).find((one) => one.name.text === name);
}

/** Returns the type of a nested property of an interface or an object type: `typeAt(operations, "a", "b")`. */
export function typeAt(node: ts.Node | undefined, ...path: readonly string[]): ts.TypeNode | undefined {
  let current = node;
  for (const name of path) current = membersOf(current).find((member) => signatureName(member) === name)?.type;
  return current && ts.isTypeNode(current) ? current : undefined;
}

/** Returns the properties of an interface or an object type; empty for other nodes. */
export function membersOf(node: ts.Node | undefined): ts.PropertySignature[] {
  if (!node || !(ts.isInterfaceDeclaration(node) || ts.isTypeLiteralNode(node))) return [];
  return node.members.filter(ts.isPropertySignature);
}

/** Returns the name of a property, without quotes. */
export function signatureName({ name }: ts.PropertySignature): string {
  return ts.isComputedPropertyName(name) ? "" : name.text;
}

/** Returns `Project` for `components["schemas"]["Project"]` and the kind `schemas`, or undefined for other nodes. */
export function componentReference(node: ts.Node, kind: string): string | undefined {
  if (!ts.isIndexedAccessTypeNode(node) || !ts.isIndexedAccessTypeNode(node.objectType)) return undefined;
  const { objectType: components, indexType: section } = node.objectType;
  if (!ts.isTypeReferenceNode(components) || globalName(components) !== "components") return undefined;
  return indexText(section) === kind ? indexText(node.indexType) : undefined;
}

/** `components["schemas"]["Project"]`. */
export function schemaReference(name: string): ts.TypeNode {
  const { factory } = ts;
  const at = (type: ts.TypeNode, key: string): ts.TypeNode => {
    return factory.createIndexedAccessTypeNode(type, factory.createLiteralTypeNode(factory.createStringLiteral(key)));
  };
  return at(at(factory.createTypeReferenceNode("components"), "schemas"), name);
}

/** Returns the name in a type reference, or undefined if it is qualified. */
export function globalName({ typeName }: ts.TypeReferenceNode): string | undefined {
  return ts.isIdentifier(typeName) ? typeName.text : undefined;
}

function indexText(node: ts.TypeNode): string | undefined {
  if (!ts.isLiteralTypeNode(node)) return undefined;
  const { literal } = node;
  return ts.isStringLiteral(literal) || ts.isNumericLiteral(literal) ? literal.text : undefined;
}

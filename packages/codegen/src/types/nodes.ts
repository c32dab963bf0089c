import ts from "typescript";

const printer = ts.createPrinter({ newLine: ts.NewLineKind.LineFeed });
const file = ts.createSourceFile("types.ts", "", ts.ScriptTarget.ESNext);

/** The code of a node, indented by two spaces a level. */
export function printNode(node: ts.Node): string {
  const text = printer.printNode(ts.EmitHint.Unspecified, node, file);
  return text.replace(/^( {4})+/gm, (indent) => indent.slice(indent.length / 2));
}

/** Replaces the comments of a node by one that is written as `/** … *\/`, or by none. */
export function setComment(node: ts.Node, comment: string): void {
  const text = comment.trim().slice("/*".length, -"*/".length);
  const { MultiLineCommentTrivia: kind } = ts.SyntaxKind;
  ts.setSyntheticLeadingComments(node, text ? [{ kind, text, hasTrailingNewLine: true, pos: -1, end: -1 }] : undefined);
}

/** The declaration of that name. */
export function findDeclaration(
  statements: readonly ts.Statement[],
  name: string,
): ts.InterfaceDeclaration | undefined {
  return statements.filter(ts.isInterfaceDeclaration).find((one) => one.name.text === name);
}

/** The type that a property of an interface or of an object type has, however deep: `typeAt(operations, "a", "b")`. */
export function typeAt(node: ts.Node | undefined, ...path: readonly string[]): ts.TypeNode | undefined {
  let current = node;
  for (const name of path) current = membersOf(current).find((member) => nameOf(member) === name)?.type;
  return current && ts.isTypeNode(current) ? current : undefined;
}

/** The properties of an interface or of an object type; none of other nodes. */
export function membersOf(node: ts.Node | undefined): ts.PropertySignature[] {
  if (!node || !(ts.isInterfaceDeclaration(node) || ts.isTypeLiteralNode(node))) return [];
  return node.members.filter(ts.isPropertySignature);
}

/** The name of a property, without quotes. */
export function nameOf({ name }: ts.PropertySignature): string {
  return ts.isComputedPropertyName(name) ? "" : name.text;
}

/** The name of the component that `components["schemas"]["Project"]` refers to; `kind` is `schemas` here. */
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

/** The name that a type is referred to by, where it is a plain one. */
export function globalName({ typeName }: ts.TypeReferenceNode): string | undefined {
  return ts.isIdentifier(typeName) ? typeName.text : undefined;
}

function indexText(node: ts.TypeNode): string | undefined {
  if (!ts.isLiteralTypeNode(node)) return undefined;
  const { literal } = node;
  return ts.isStringLiteral(literal) || ts.isNumericLiteral(literal) ? literal.text : undefined;
}

import ts from "typescript";
import { expect } from "vitest";
import { RUNTIME_FUNCTIONS } from "../../src/names/generated-names.ts";
import { parse } from "../support/compile.ts";

/** Every tag that the generator writes, or openapi-typescript. */
const TAGS = new Set(["deprecated", "param", "returns", "throws", "see"]);

/** What `createClient` begins with. */
const READS_OWN_OPTIONS = "const given = ownProperties(options);";

/** Expects that a generated module consists of what modules may. */
export function checkCode(file: string, text: string): void {
  expect(file).toMatch(/^((operations|sync)\/)?[\p{L}\p{M}\p{N}_-]+\.gen\.ts$/u);
  const source = parse(text);
  expect(source.parseDiagnostics.map(({ messageText }) => messageText)).toEqual([]);
  for (const statement of source.statements) {
    if (!isHarmless(statement)) expect.fail(`${file} has a statement of another kind: ${statement.getText()}`);
    const members = ts.isClassDeclaration(statement) ? statement.members : [];
    if (!ts.isFunctionDeclaration(statement) && members.length === 0) continue;
    for (const one of [statement, ...members]) {
      for (const { tagName } of ts.getJSDocTags(one)) expect(TAGS).toContain(tagName.text);
    }
  }
}

/** What a generated file may consist of. A constant is an object or a text; functions are ours, and call what we know. */
function isHarmless(statement: ts.Statement): boolean {
  if (ts.isImportDeclaration(statement) || ts.isExportDeclaration(statement)) return true;
  if (ts.isTypeAliasDeclaration(statement) || ts.isInterfaceDeclaration(statement)) return true;
  if (ts.isVariableStatement(statement)) {
    const values = statement.declarationList.declarations.map(({ initializer }) => initializer);
    return values.every((value) => value !== undefined && isLiteral(value));
  }
  if (ts.isClassDeclaration(statement)) return statement.members.every(isHarmlessMember);
  return ts.isFunctionDeclaration(statement) && returnsCall(statement.body);
}

/** A class has methods, properties without values, and a constructor that gives them theirs. */
function isHarmlessMember(member: ts.ClassElement): boolean {
  if (member.name && !ts.isIdentifier(member.name)) return false;
  if (ts.isPropertyDeclaration(member)) return member.initializer === undefined;
  if (ts.isMethodDeclaration(member)) return returnsCall(member.body);
  if (!ts.isConstructorDeclaration(member)) return false;
  const assigned = /^this\.([\p{L}\p{M}\p{N}_]+) = (client|new [\p{L}\p{M}\p{N}_]+\(client\));$/u;
  return member.body?.statements.every((one) => assigned.test(one.getText())) === true;
}

function returnsCall(body: ts.Block | undefined): boolean {
  const [only, ...others] = (body?.statements ?? []).filter((one) => one.getText() !== READS_OWN_OPTIONS);
  // Where there is nothing to return.
  if (only && ts.isExpressionStatement(only) && others.length === 0) return isCall(only.expression);
  if (others.length > 0 || !only || !ts.isReturnStatement(only) || !only.expression) return false;
  return isCall(only.expression);
}

function isCall(node: ts.Expression): boolean {
  return ts.isCallExpression(node) && node.arguments.every((one) => isArgument(one));
}

function isLiteral(node: ts.Expression): boolean {
  if (ts.isStringLiteral(node) || [ts.SyntaxKind.TrueKeyword, ts.SyntaxKind.FalseKeyword].includes(node.kind))
    return true;
  if (ts.isArrayLiteralExpression(node)) return node.elements.every(isLiteral);
  // What an operation carries of the runtime, or how its pages follow each other.
  if (ts.isIdentifier(node)) return RUNTIME_FUNCTIONS.includes(node.text) || /^[A-Z]+_PAGES(_\d+)?$/.test(node.text);
  if (!ts.isObjectLiteralExpression(node)) return false;
  return node.properties.every((one) => {
    if (ts.isShorthandPropertyAssignment(one)) return RUNTIME_FUNCTIONS.includes(one.name.text);
    return ts.isPropertyAssignment(one) && isLiteral(one.initializer);
  });
}

/** The arguments that functions are written with: their parameters, their data, and one call in another. */
function isArgument(node: ts.Expression): boolean {
  if (ts.isIdentifier(node) || isLiteral(node) || ["this.client", "...rest"].includes(node.getText())) return true;
  if (ts.isCallExpression(node)) return node.arguments.every((one) => isArgument(one));
  if (!ts.isObjectLiteralExpression(node)) return false;
  return (
    node.getText() === "{ ...given, baseUrl: given.baseUrl ?? defaultBaseUrl }" ||
    node.properties.every(isNamedVariable)
  );
}

/** The parameters of a function are named after those of a method. */
function isNamedVariable(node: ts.ObjectLiteralElementLike): boolean {
  return ts.isShorthandPropertyAssignment(node) || (ts.isPropertyAssignment(node) && ts.isIdentifier(node.initializer));
}

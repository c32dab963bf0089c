import ts from "typescript";
import type { OpenApiDocument } from "../document/openapi.ts";
import { componentReference, findDeclaration, globalName, membersOf, signatureName, typeAt } from "./nodes.ts";
import { openApiTypes } from "./openapi-types.ts";

/** Declarations that the openapi module has beside `components`. */
const DECLARATIONS = new Set(["paths", "webhooks", "components", "operations", "$defs"]);

/** TypeScript types of a description. Modules print them with their own names for schemas. */
export class DescriptionTypes {
  readonly statements: readonly ts.Statement[];
  /** Types of component schemas, by name. */
  readonly schemas: ReadonlyMap<string, ts.TypeNode>;
  readonly #operations: ReadonlyMap<string, ts.TypeNode>;

  constructor(document: OpenApiDocument) {
    this.statements = openApiTypes(document);
    this.schemas = typesByName(typeAt(findDeclaration(this.statements, "components"), "schemas"));
    this.#operations = typesByName(findDeclaration(this.statements, "operations"));
  }

  /** Returns the type of a parameter, or undefined if only the openapi module can express it. */
  parameter(operationId: string, place: string, name: string): ts.TypeNode | undefined {
    let type = typeAt(this.#operations.get(operationId), "parameters", place, name);
    // A parameter that operations share is a component.
    const component = type && componentReference(type, "parameters");
    if (component !== undefined) type = typeAt(this.#components, "parameters", component);
    return type && !refersToPlaces(type) ? type : undefined;
  }

  get #components(): ts.InterfaceDeclaration | undefined {
    return findDeclaration(this.statements, "components");
  }
}

function typesByName(node: ts.Node | undefined): Map<string, ts.TypeNode> {
  return new Map(membersOf(node).flatMap((member) => (member.type ? [[signatureName(member), member.type]] : [])));
}

/** Whether a type refers to anything but component schemas. */
function refersToPlaces(node: ts.Node): boolean {
  if (componentReference(node, "schemas") !== undefined) return false;
  if (ts.isTypeReferenceNode(node) && DECLARATIONS.has(globalName(node) ?? "")) return true;
  return ts.forEachChild(node, (child) => refersToPlaces(child) || undefined) ?? false;
}

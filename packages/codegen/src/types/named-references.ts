import ts from "typescript";
import { componentReference, globalName } from "./nodes.ts";

/** Names of types in a module. */
export interface ReferenceNames {
  /** Returns the name of a component schema, or undefined if there is no such component. */
  schema(name: string): string | undefined;
  /** Whether the module hides a type of TypeScript or the platform, such as `Record`. */
  hides(name: string): boolean;
}

/**
 * Replaces references like `components["schemas"]["Project"]`, which openapi-typescript writes, by names: `Project`.
 * Expands its helper `WithRequired`, and reaches hidden types of the platform through `globalThis`.
 */
export function nameReferences<Node extends ts.Node>(node: Node, names: ReferenceNames): Node {
  const platformType = (name: string, args: readonly ts.TypeNode[] | undefined): ts.TypeReferenceNode => {
    const { factory } = ts;
    const type = names.hides(name) ? factory.createQualifiedName(factory.createIdentifier("globalThis"), name) : name;
    return factory.createTypeReferenceNode(type, args);
  };
  const visit = (current: ts.Node): ts.Node => {
    const component = componentReference(current, "schemas");
    const schema = component === undefined ? undefined : names.schema(component);
    if (schema !== undefined) return ts.factory.createTypeReferenceNode(schema);
    const visited = ts.visitEachChild(current, visit, undefined);
    if (!ts.isTypeReferenceNode(visited)) return visited;
    const { typeArguments } = visited;
    const name = globalName(visited);
    if (name === undefined) return visited;
    if (name !== "WithRequired") return names.hides(name) ? platformType(name, typeArguments) : visited;
    const [type, keys] = typeArguments ?? [];
    if (!type || !keys) throw new Error("WithRequired takes a type and its keys.");
    const required = platformType("Required", [platformType("Pick", [type, keys])]);
    return ts.factory.createIntersectionTypeNode([type, required]);
  };
  return visit(node) as Node;
}

import ts from "typescript";
import { componentReference, globalName, signatureName } from "./nodes.ts";

/**
 * Finds the property names of types. An interface can extend a type only if its properties are known and do not conflict
 * with inherited ones.
 */
export class SchemaMembers {
  readonly #types: ReadonlyMap<string, ts.TypeNode>;
  readonly #known = new Map<string, ReadonlySet<string> | undefined>();

  /** @param types - types by name of the component */
  constructor(types: ReadonlyMap<string, ts.TypeNode>) {
    this.#types = types;
  }

  /** Returns the property names of a type, or undefined if they are unknown, or two parts share one. */
  propertyNames(type: ts.TypeNode): ReadonlySet<string> | undefined {
    if (ts.isTypeLiteralNode(type)) {
      if (!type.members.every(ts.isPropertySignature)) return undefined;
      return new Set(type.members.map(signatureName));
    }
    const component = componentReference(type, "schemas");
    if (component !== undefined) return this.#ofComponent(component);
    if (ts.isIntersectionTypeNode(type)) return disjointUnion(type.types.map((part) => this.propertyNames(part)));
    const [base, keys] = ts.isTypeReferenceNode(type) && globalName(type) === "Omit" ? (type.typeArguments ?? []) : [];
    const members = base && this.propertyNames(base);
    const omitted = keys && literals(keys);
    return members && omitted && new Set([...members].filter((name) => !omitted.includes(name)));
  }

  #ofComponent(name: string): ReadonlySet<string> | undefined {
    if (this.#known.has(name)) return this.#known.get(name);
    // Ends the recursion for a schema that contains itself.
    this.#known.set(name, undefined);
    const type = this.#types.get(name);
    const members = type && this.propertyNames(type);
    this.#known.set(name, members);
    return members;
  }
}

function disjointUnion(parts: readonly (ReadonlySet<string> | undefined)[]): ReadonlySet<string> | undefined {
  const all = new Set<string>();
  for (const part of parts) {
    if (!part || [...part].some((name) => all.has(name))) return undefined;
    for (const name of part) all.add(name);
  }
  return all;
}

/** Returns the texts of a union of string literals. openapi-typescript writes some as identifiers with quotes. */
function literals(type: ts.Node): string[] | undefined {
  const texts = (ts.isUnionTypeNode(type) ? [...type.types] : [type]).map((one: ts.Node) => {
    if (ts.isIdentifier(one) && one.text.startsWith('"')) return String(JSON.parse(one.text));
    return ts.isLiteralTypeNode(one) && ts.isStringLiteral(one.literal) ? one.literal.text : undefined;
  });
  const known = texts.filter((text) => text !== undefined);
  return known.length === texts.length ? known : undefined;
}

import ts from "typescript";
import { componentReference, globalName, nameOf } from "./nodes.ts";

/**
 * Knows which component schemas are objects of known properties, so that an interface can extend them: others
 * TypeScript refuses, as it does interfaces whose properties differ from those that they inherit.
 */
export class SchemaMembers {
  readonly #types: ReadonlyMap<string, ts.TypeNode>;
  readonly #known = new Map<string, ReadonlySet<string> | undefined>();

  /** @param types Types by name of the component. */
  constructor(types: ReadonlyMap<string, ts.TypeNode>) {
    this.#types = types;
  }

  /** The names of a type's properties; `undefined` where they cannot be told, or where two parts have the same. */
  of(type: ts.TypeNode): ReadonlySet<string> | undefined {
    if (ts.isTypeLiteralNode(type)) {
      if (!type.members.every(ts.isPropertySignature)) return undefined;
      return new Set(type.members.map(nameOf));
    }
    const component = componentReference(type, "schemas");
    if (component !== undefined) return this.#ofComponent(component);
    if (ts.isIntersectionTypeNode(type)) return disjointUnion(type.types.map((part) => this.of(part)));
    const [base, keys] = ts.isTypeReferenceNode(type) && globalName(type) === "Omit" ? (type.typeArguments ?? []) : [];
    const members = base && this.of(base);
    const omitted = keys && literals(keys);
    return members && omitted && new Set([...members].filter((name) => !omitted.includes(name)));
  }

  #ofComponent(name: string): ReadonlySet<string> | undefined {
    if (this.#known.has(name)) return this.#known.get(name);
    // Until it is known: a schema that consists of itself has no known properties.
    this.#known.set(name, undefined);
    const type = this.#types.get(name);
    const members = type && this.of(type);
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

/** The texts of a union of string literals. openapi-typescript makes a literal of an identifier in quotes. */
function literals(type: ts.Node): string[] | undefined {
  const texts = (ts.isUnionTypeNode(type) ? [...type.types] : [type]).map((one: ts.Node) => {
    if (ts.isIdentifier(one) && one.text.startsWith('"')) return String(JSON.parse(one.text));
    return ts.isLiteralTypeNode(one) && ts.isStringLiteral(one.literal) ? one.literal.text : undefined;
  });
  const known = texts.filter((text) => text !== undefined);
  return known.length === texts.length ? known : undefined;
}

import { componentName, dereference, isObject, type OpenApiDocument, type Schema } from "../../document/openapi.ts";
import type { Pointers } from "../pointers.ts";
import { type Branch, type Conjunction, plainBranch } from "./branch.ts";
import { intersect, unite } from "./combine.ts";
import { comparableValue } from "./comparable-value.ts";
import { ownBranches } from "./own-branches.ts";

/** Reads the schemas of one document in a form that does not depend on how they are written. */
export class Schemas {
  readonly #document: OpenApiDocument;
  readonly #pointers: Pointers;
  readonly #branches = new Map<string, readonly Branch[]>();
  readonly #expanded = new WeakMap<object, readonly Branch[]>();
  readonly #numbers = new Map<object, number>();

  constructor(document: OpenApiDocument, pointers: Pointers) {
    this.#document = document;
    this.#pointers = pointers;
  }

  /** A key for a conjunction; equal for the same schemas. */
  keyOf(schemas: Conjunction): string {
    return schemas
      .map((schema) => {
        const node = this.#home(schema);
        const number = this.#numbers.get(node) ?? this.#numbers.size;
        this.#numbers.set(node, number);
        return number;
      })
      .join(" ");
  }

  /** The ways to be valid. A schema without restrictions has one branch of type `any`. */
  branches(schemas: Conjunction): readonly Branch[] {
    const key = this.keyOf(schemas);
    const known = this.#branches.get(key);
    if (known) return known;
    const branches = this.#conjunction(schemas, new Set());
    this.#branches.set(key, branches);
    return branches;
  }

  /**
   * The schemas that describe the value as a whole, outermost first: the given ones, and those that they refer to or
   * combine by `allOf`.
   */
  parts(schemas: Conjunction): Schema[] {
    const found = new Set<Schema>();
    const visit = (node: unknown): void => {
      if (!isObject(node) || found.has(node as Schema)) return;
      const schema = node as Schema;
      found.add(schema);
      if (schema.$ref !== undefined) visit(dereference(this.#document, schema));
      if (Array.isArray(schema.allOf)) schema.allOf.forEach(visit);
    };
    schemas.forEach(visit);
    return [...found];
  }

  /** The first value of a keyword that describes the value as a whole, such as `description`. */
  annotation(schemas: Conjunction, keyword: string): unknown {
    for (const part of this.parts(schemas)) {
      const value = (part as Record<string, unknown>)[keyword];
      if (value !== undefined) return value;
    }
    return undefined;
  }

  /** Subtypes by the value of the discriminator that maps to them. */
  subtypes(schemas: Conjunction): Map<string, Schema> {
    const [node] = schemas.map((schema) => this.#home(schema) as Schema);
    const mapping = node?.oneOf || node?.anyOf ? undefined : node?.discriminator?.mapping;
    return new Map(
      Object.entries(isObject(mapping) ? mapping : {}).flatMap(([value, target]): [string, Schema][] => {
        const schema = dereference<Schema>(this.#document, { $ref: String(target) });
        return schema ? [[value, schema]] : [];
      }),
    );
  }

  /** JSON pointer to a schema, or to the target of a bare reference. */
  pointer(schemas: Conjunction): string {
    const [first] = schemas;
    return first === undefined ? "#" : (this.#pointers.get(this.#home(first)) ?? "#");
  }

  #home(schema: Schema): object {
    let node: Schema = schema;
    while (isObject(node) && node.$ref !== undefined && Object.keys(node).length === 1) {
      const target = dereference<Schema>(this.#document, node);
      if (!target || target === node) break;
      node = target;
    }
    if (isObject(node)) return node;
    return (node as unknown) === false ? NOTHING : ANYTHING;
  }

  #conjunction(schemas: Conjunction, inside: ReadonlySet<object>): readonly Branch[] {
    return schemas.reduce<readonly Branch[]>(
      (branches, schema) => intersect(branches, this.#expand(schema, inside)),
      [plainBranch("any")],
    );
  }

  /** @param inside - the schemas that are being expanded; one within itself adds nothing */
  #expand(schema: unknown, inside: ReadonlySet<object>): readonly Branch[] {
    if (schema === false) return [];
    if (!isObject(schema) || inside.has(schema)) return [plainBranch("any")];
    // Without this, components that each refer twice to the next one would take exponential time.
    const known = this.#expanded.get(schema);
    if (known) return known;
    const branches = this.#expandNode(schema, new Set(inside).add(schema));
    this.#expanded.set(schema, branches);
    return branches;
  }

  #expandNode(node: Schema, deeper: ReadonlySet<object>): readonly Branch[] {
    const isComposed = [node.allOf, node.anyOf, node.oneOf].some((parts) => Array.isArray(parts) && parts.length > 0);
    if (node.nullable === true && isComposed) {
      // As in generated types, the whole may be null even if the parts may not.
      const { nullable, ...rest } = node;
      return unite([...this.#expand(rest, deeper), plainBranch("null")]);
    }
    let branches: readonly Branch[] = ownBranches(node, (value) => comparableValue(this.#document, value));
    if (node.$ref !== undefined) {
      const name = componentName(node);
      const target = this.#expand(dereference(this.#document, node), deeper);
      const named =
        name === undefined ? target : target.map((one) => ({ ...one, names: new Set([...one.names, name]) }));
      branches = intersect(branches, named);
    }
    for (const part of Array.isArray(node.allOf) ? node.allOf : [])
      branches = intersect(branches, this.#expand(part, deeper));
    for (const alternatives of [node.anyOf, node.oneOf]) {
      if (!Array.isArray(alternatives) || alternatives.length === 0) continue;
      branches = intersect(branches, unite(alternatives.flatMap((one) => this.#expand(one, deeper))));
    }
    return branches;
  }
}

/** Stand for the boolean schemas: `true`, which allows every value, and `false`, which allows none. */
const ANYTHING = {};
const NOTHING = {};

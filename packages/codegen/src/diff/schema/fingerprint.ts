import type { Branch, Conjunction } from "./branch.ts";
import type { Schemas } from "./schemas.ts";
import { stableJson } from "./stable-json.ts";

/** Depth of a fingerprint, which is enough to distinguish schemas. The comparison visits deeper levels itself. */
const LEVELS = 5;

/** Texts that are equal for schemas of the same meaning, however they are written. */
export class Fingerprints {
  readonly #schemas: Schemas;
  readonly #known = new Map<string, string>();

  constructor(schemas: Schemas) {
    this.#schemas = schemas;
  }

  of(schemas: Conjunction, levels: number = LEVELS): string {
    if (levels === 0) return "…";
    const key = `${levels} ${this.#schemas.keyOf(schemas)}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const text = this.#schemas
      .branches(schemas)
      .map((branch) => this.ofBranch(branch, levels))
      .sort()
      .join("|");
    this.#known.set(key, text);
    return text;
  }

  ofBranch(branch: Branch, levels: number = LEVELS): string {
    const inside = (schemas: Conjunction): string => this.of(schemas, levels - 1);
    const { type, values, limits, properties, additional, items, prefix, conditions } = branch;
    const parts: unknown[] = [
      type,
      values?.map(stableJson).sort(),
      [...limits].sort(byName),
      [...properties].sort(byName).map(([name, { schemas, required }]) => [name, required, inside(schemas)]),
      typeof additional === "object" ? inside(additional) : additional,
      items && inside(items),
      prefix.map(inside),
      [...conditions].sort(byName),
    ];
    return stableJson(parts);
  }
}

function byName([one]: readonly [string, unknown], [other]: readonly [string, unknown]): number {
  return one < other ? -1 : 1;
}

/** The fingerprints of a document, kept as long as its schemas. */
const FINGERPRINTS = new WeakMap<Schemas, Fingerprints>();

export function fingerprintsOf(schemas: Schemas): Fingerprints {
  const fingerprints = FINGERPRINTS.get(schemas) ?? new Fingerprints(schemas);
  FINGERPRINTS.set(schemas, fingerprints);
  return fingerprints;
}

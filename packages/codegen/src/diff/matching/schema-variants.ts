import type { SchemaPair } from "../pairs.ts";
import type { Branch } from "../schema/branch.ts";
import { Fingerprints } from "../schema/fingerprint.ts";
import type { Schemas } from "../schema/schemas.ts";
import type { Matches } from "./operations.ts";
import { matchVariants } from "./variants.ts";

/** The fingerprints of a document are worth keeping as long as it. */
const PRINTS = new WeakMap<Schemas, Fingerprints>();

export function fingerprintsOf(schemas: Schemas): Fingerprints {
  const prints = PRINTS.get(schemas) ?? new Fingerprints(schemas);
  PRINTS.set(schemas, prints);
  return prints;
}

/**
 * Matches the branches of two schemas, type by type. A type that only one side has is no variant that came or went: the
 * types tell of it.
 */
export function variantsOf({ all, base, head }: SchemaPair): Matches<Branch> {
  const [before, after] = [all.base.schemas.branches(base), all.head.schemas.branches(head)];
  const prints = { base: fingerprintsOf(all.base.schemas), head: fingerprintsOf(all.head.schemas) };
  const matches: Matches<Branch>[] = [];
  for (const kind of new Set(before.map(kindOf))) {
    const [some, others] = [before.filter((one) => kindOf(one) === kind), after.filter((one) => kindOf(one) === kind)];
    if (others.length > 0) matches.push(matchVariants(some, others, prints));
  }
  return {
    pairs: matches.flatMap(({ pairs }) => pairs),
    removed: matches.flatMap(({ removed }) => removed),
    added: matches.flatMap(({ added }) => added),
  };
}

/** An integer is compared with a number as its limits go. */
function kindOf({ type }: Branch): string {
  return type === "integer" ? "number" : type;
}

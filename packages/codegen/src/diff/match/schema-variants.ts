import type { Branch } from "../schema/branch.ts";
import { fingerprintsOf } from "../schema/fingerprint.ts";
import type { Matches } from "./match-by-keys.ts";
import type { SchemaPair } from "./pairs.ts";
import { matchVariants } from "./variants.ts";

/**
 * Matches the branches of two schemas, type by type. A type that only one side has is no variant that was added or
 * removed: `type-changed` reports it.
 */
export function matchSchemaVariants({ sides, base, head }: SchemaPair): Matches<Branch> {
  const [before, after] = [sides.base.schemas.branches(base), sides.head.schemas.branches(head)];
  const fingerprints = { base: fingerprintsOf(sides.base.schemas), head: fingerprintsOf(sides.head.schemas) };
  const matches: Matches<Branch>[] = [];
  for (const type of new Set(before.map(comparedType))) {
    const bases = before.filter((branch) => comparedType(branch) === type);
    const heads = after.filter((branch) => comparedType(branch) === type);
    if (heads.length > 0) matches.push(matchVariants(bases, heads, fingerprints));
  }
  return {
    pairs: matches.flatMap(({ pairs }) => pairs),
    removed: matches.flatMap(({ removed }) => removed),
    added: matches.flatMap(({ added }) => added),
  };
}

/** Integers are compared with numbers, because the same limits apply to them. */
function comparedType({ type }: Branch): string {
  return type === "integer" ? "number" : type;
}

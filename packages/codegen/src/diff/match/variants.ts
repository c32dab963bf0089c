import type { Branch } from "../schema/branch.ts";
import { isFree } from "../schema/combine.ts";
import type { Fingerprints } from "../schema/fingerprint.ts";
import { stableJson } from "../schema/stable-json.ts";
import { matchAlike } from "./match-alike.ts";
import { type Matches, matchByKeys } from "./match-by-keys.ts";

/**
 * Matches the variants of one type: those of equal meaning, then those of the same mark, of the same name, and those
 * with most properties in common.
 */
export function matchVariants(
  base: readonly Branch[],
  head: readonly Branch[],
  fingerprints: { readonly base: Fingerprints; readonly head: Fingerprints },
): Matches<Branch> {
  const inHead = new Set(head);
  const fingerprint = (branch: Branch): string => fingerprints[inHead.has(branch) ? "head" : "base"].ofBranch(branch);
  const byKey = matchByKeys(base, head, [fingerprint, markOf, namesOf]);
  return matchDuplicates(matchOnlyOnes(byKey) ?? matchAlike(byKey, (branch) => branch), fingerprint);
}

/** The mark that programs tell a variant by: its properties with only one value. */
function markOf({ properties, values }: Branch): string | undefined {
  if (values) return undefined;
  const marks = [...properties].flatMap(([name, { schemas }]) => {
    const only = schemas.map((schema) => {
      const { const: constant, enum: list } = schema as { const?: unknown; enum?: unknown };
      return constant ?? (Array.isArray(list) && list.length === 1 ? list[0] : undefined);
    });
    const value = only.find((one) => one !== undefined);
    return value === undefined ? [] : [`${name}=${stableJson(value)}`];
  });
  return marks.length > 0 ? marks.sort().join(" ") : undefined;
}

function namesOf({ names }: Branch): string | undefined {
  return names.size > 0 ? [...names].sort().join(" ") : undefined;
}

/** Matches the only variant of a type on both sides, however much it changed. */
function matchOnlyOnes({ pairs, removed, added }: Matches<Branch>): Matches<Branch> | undefined {
  const [base, head] = [removed[0], added[0]];
  if (!base || !head || pairs.length > 0 || removed.length > 1 || added.length > 1) return undefined;
  return { pairs: [{ base, head }], removed: [], added: [] };
}

/**
 * Matches a variant that is left alone with the partner of an equal one, or with a variant that allows every value of
 * its type: it changes nothing beside that one.
 */
function matchDuplicates(
  { pairs, removed, added }: Matches<Branch>,
  fingerprint: (branch: Branch) => string,
): Matches<Branch> {
  const bases = [...pairs.map(({ base }) => base), ...removed];
  const heads = [...pairs.map(({ head }) => head), ...added];
  const more = [
    ...removed.map((base) => {
      const equal = pairs.find((pair) => fingerprint(pair.base) === fingerprint(base))?.head;
      return { base, head: equal ?? freeAmong(heads, base) };
    }),
    ...added.map((head) => {
      const equal = pairs.find((pair) => fingerprint(pair.head) === fingerprint(head))?.base;
      return { base: equal ?? freeAmong(bases, head), head };
    }),
  ];
  const found = [
    ...pairs,
    ...more.filter((pair): pair is { base: Branch; head: Branch } => !!pair.base && !!pair.head),
  ];
  return {
    pairs: found,
    removed: removed.filter((branch) => !found.some(({ base }) => base === branch)),
    added: added.filter((branch) => !found.some(({ head }) => head === branch)),
  };
}

/** A variant that allows every value of a type. Any number includes the integers, but not the other way round. */
function freeAmong(branches: readonly Branch[], { type }: Branch): Branch | undefined {
  return branches.find((branch) => isFree(branch) && (branch.type === type || branch.type === "number"));
}

import type { Branch } from "../schema/branch.ts";
import { isFree } from "../schema/combine.ts";
import type { Fingerprints } from "../schema/fingerprint.ts";
import { stable } from "../schema/stable.ts";
import { type Matches, matchInTurn } from "./operations.ts";

/** Properties in common, as a share of all, from which on two variants count as one that has changed. */
const ALIKE = 0.5;

/** Matches the variants of one type: those that are equal, then those that bear the same mark, name or most properties. */
export function matchVariants(
  base: readonly Branch[],
  head: readonly Branch[],
  prints: { readonly base: Fingerprints; readonly head: Fingerprints },
): Matches<Branch> {
  const inHead = new Set(head);
  const print = (branch: Branch): string => prints[inHead.has(branch) ? "head" : "base"].ofBranch(branch);
  return pairRepeated(pairLeftovers(matchInTurn(base, head, [print, markOf, nameOf])), print);
}

/**
 * Pairs a variant that is left alone with the partner of an equal one, or with one of its type that allows every value:
 * it says nothing that the other does not say.
 */
function pairRepeated({ pairs, removed, added }: Matches<Branch>, print: (one: Branch) => string): Matches<Branch> {
  const bases = [...pairs.map(({ base }) => base), ...removed];
  const heads = [...pairs.map(({ head }) => head), ...added];
  const more = [
    ...removed.map((base) => {
      return { base, head: pairs.find((pair) => print(pair.base) === print(base))?.head ?? freeAmong(heads, base) };
    }),
    ...added.map((head) => {
      return { base: pairs.find((pair) => print(pair.head) === print(head))?.base ?? freeAmong(bases, head), head };
    }),
  ];
  const found = [
    ...pairs,
    ...more.filter((pair): pair is { base: Branch; head: Branch } => !!pair.base && !!pair.head),
  ];
  return {
    pairs: found,
    removed: removed.filter((one) => !found.some(({ base }) => base === one)),
    added: added.filter((one) => !found.some(({ head }) => head === one)),
  };
}

/** One that allows every value of a type; any integer is no number of all. */
function freeAmong(branches: readonly Branch[], { type }: Branch): Branch | undefined {
  return branches.find((one) => isFree(one) && (one.type === type || one.type === "number"));
}

/** What a program tells a variant by: properties with only one value. */
function markOf({ properties, values }: Branch): string | undefined {
  if (values) return undefined;
  const marks = [...properties].flatMap(([name, { schemas }]) => {
    const only = schemas.map((schema) => {
      const { const: constant, enum: list } = schema as { const?: unknown; enum?: unknown };
      return constant ?? (Array.isArray(list) && list.length === 1 ? list[0] : undefined);
    });
    const value = only.find((one) => one !== undefined);
    return value === undefined ? [] : [`${name}=${stable(value)}`];
  });
  return marks.length > 0 ? marks.sort().join(" ") : undefined;
}

function nameOf({ names }: Branch): string | undefined {
  return names.size > 0 ? [...names].sort().join(" ") : undefined;
}

function pairLeftovers({ pairs, removed, added }: Matches<Branch>): Matches<Branch> {
  const [one, ...others] = removed;
  const [other, ...more] = added;
  // The only one of its type, on both sides.
  if (one && other && pairs.length + others.length + more.length === 0) {
    return { pairs: [{ base: one, head: other }], removed: [], added: [] };
  }
  const found = [...pairs];
  const free = new Set(added);
  const alone = removed.filter((branch) => {
    const scored = [...free].map((candidate) => ({ candidate, score: likeness(branch, candidate) }));
    const [best] = scored.sort((a, b) => b.score - a.score);
    if (!best || best.score < ALIKE) return true;
    free.delete(best.candidate);
    found.push({ base: branch, head: best.candidate });
    return false;
  });
  return { pairs: found, removed: alone, added: [...free] };
}

function likeness(one: Branch, other: Branch): number {
  const names = new Set([...one.properties.keys(), ...other.properties.keys()]);
  const common = [...one.properties.keys()].filter((name) => other.properties.has(name));
  return names.size === 0 ? 0 : common.length / names.size;
}

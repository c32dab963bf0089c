/** Which things of two lists belong together, and which stand alone. */
export interface Matches<Thing> {
  readonly pairs: readonly { readonly base: Thing; readonly head: Thing }[];
  readonly removed: readonly Thing[];
  readonly added: readonly Thing[];
}

/** Matches things that have the same first key, then the rest by the next key, and so on. */
export function matchByKeys<Thing>(
  base: readonly Thing[],
  head: readonly Thing[],
  keys: readonly ((thing: Thing) => string | undefined)[],
): Matches<Thing> {
  const pairs: { base: Thing; head: Thing }[] = [];
  let [removed, added] = [[...base], [...head]];
  for (const keyOf of keys) {
    const candidates = new Map<string, Thing[]>();
    for (const thing of added) {
      const key = keyOf(thing);
      if (key !== undefined) candidates.set(key, [...(candidates.get(key) ?? []), thing]);
    }
    const matched = new Set<Thing>();
    removed = removed.filter((thing) => {
      const key = keyOf(thing);
      const partner = key === undefined ? undefined : candidates.get(key)?.shift();
      if (partner === undefined) return true;
      pairs.push({ base: thing, head: partner });
      matched.add(partner);
      return false;
    });
    added = added.filter((thing) => !matched.has(thing));
  }
  return { pairs, removed, added };
}

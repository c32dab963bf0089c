import type { Branch } from "../schema/branch.ts";
import type { Matches } from "./match-by-keys.ts";

/** The share of properties that two objects have in common from which on they count as one that changed. */
const LEAST_SHARED = 0.5;

/**
 * Matches the remaining objects by shared properties.
 *
 * @param objectOf - returns the object that a thing describes; a thing without one stays alone
 */
export function matchAlike<Thing>(
  { pairs, removed, added }: Matches<Thing>,
  objectOf: (thing: Thing) => Branch | undefined,
): Matches<Thing> {
  const found = [...pairs];
  const free = new Set(added);
  const alone = removed.filter((base) => {
    const candidates = [...free].map((head) => ({ head, share: sharedProperties(objectOf(base), objectOf(head)) }));
    const [best] = candidates.sort((one, other) => other.share - one.share);
    if (!best || best.share < LEAST_SHARED) return true;
    free.delete(best.head);
    found.push({ base, head: best.head });
    return false;
  });
  return { pairs: found, removed: alone, added: [...free] };
}

function sharedProperties(one: Branch | undefined, other: Branch | undefined): number {
  if (!one || !other) return 0;
  const names = new Set([...one.properties.keys(), ...other.properties.keys()]);
  const common = [...one.properties.keys()].filter((name) => other.properties.has(name));
  return names.size === 0 ? 0 : common.length / names.size;
}

import type { Described, DescribedOperation, DescribedWebhook } from "../described.ts";

/** What belongs together, and what stands alone. */
export interface Matches<Thing> {
  readonly pairs: readonly { readonly base: Thing; readonly head: Thing }[];
  readonly removed: readonly Thing[];
  readonly added: readonly Thing[];
}

export type OperationMatches = Matches<DescribedOperation>;

/**
 * Operations of the same name are the same operation, wherever they have moved; of the others, those of the same method
 * and path, whatever they are called now. Names of path parameters do not count.
 */
export function matchOperations(base: Described, head: Described): OperationMatches {
  return matchInTurn(base.operations, head.operations, [
    ({ model, node }) => `${model.id} ${route(model)} ${node.operationId}`,
    ({ model }) => model.id,
    ({ model }) => route(model),
  ]);
}

/** Webhooks of the same name and method are the same. */
export function matchWebhooks(base: Described, head: Described): Matches<DescribedWebhook> {
  return matchInTurn(base.webhooks, head.webhooks, [({ pointer }) => pointer]);
}

/** Matches what has the same key, by the first kind of key, then what is left by the next. */
export function matchInTurn<Thing>(
  base: readonly Thing[],
  head: readonly Thing[],
  keys: readonly ((thing: Thing) => string | undefined)[],
): Matches<Thing> {
  const pairs: { base: Thing; head: Thing }[] = [];
  let [removed, added] = [[...base], [...head]];
  for (const keyOf of keys) {
    const waiting = new Map<string, Thing[]>();
    for (const thing of added) {
      const key = keyOf(thing);
      if (key !== undefined) waiting.set(key, [...(waiting.get(key) ?? []), thing]);
    }
    const found = new Set<Thing>();
    removed = removed.filter((one) => {
      const key = keyOf(one);
      const other = key === undefined ? undefined : waiting.get(key)?.shift();
      if (other === undefined) return true;
      pairs.push({ base: one, head: other });
      found.add(other);
      return false;
    });
    added = added.filter((thing) => !found.has(thing));
  }
  return { pairs, removed, added };
}

function route({ method, path }: DescribedOperation["model"]): string {
  return `${method} ${path.replace(/\{[^{}]*\}/g, "{}")}`;
}

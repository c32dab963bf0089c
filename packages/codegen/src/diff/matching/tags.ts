import { formatPointer } from "../../document/openapi.ts";
import type { Described } from "../described.ts";
import type { DescriptionPair } from "../pairs.ts";

/** Tags of the head by their names in the base: all that is left of the old one has the new one, and none has both. */
export function renamedTags({ base, head, operations }: DescriptionPair): Map<string, string> {
  const [before, after] = [usedTags(base), usedTags(head)];
  const renamed = new Map<string, string>();
  for (const tag of before) {
    if (after.has(tag)) continue;
    const pairs = operations.pairs.filter((pair) => pair.base.model.tag === tag);
    const [name, ...others] = new Set(pairs.map((pair) => pair.head.model.tag));
    if (name !== undefined && others.length === 0 && !before.has(name)) renamed.set(tag, name);
  }
  return renamed;
}

/** First tags, which name modules. */
export function usedTags({ operations }: Described): Set<string> {
  return new Set(operations.flatMap(({ model }) => model.tag ?? []));
}

/** Where a tag stands: in the list of tags, or where an operation has it. */
export function tagPointer({ document, operations }: Described, tag: string): string {
  const position = (Array.isArray(document.tags) ? document.tags : []).findIndex((one) => one?.name === tag);
  if (position >= 0) return formatPointer(["tags", position]);
  const user = operations.find(({ model }) => model.tag === tag);
  return user ? `${user.pointer}/tags` : "#";
}

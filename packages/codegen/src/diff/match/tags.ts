import { formatPointer } from "../../document/openapi.ts";
import type { Side } from "../side.ts";
import type { Sides } from "./sides.ts";

/** Tags of the head by their names in the base: all that is left of the old one has the new one, and none has both. */
export function renamedTags({ base, head, operations }: Sides): Map<string, string> {
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
export function usedTags({ operations }: Side): Set<string> {
  return new Set(operations.flatMap(({ model }) => model.tag ?? []));
}

/** Where a tag stands: in the list of tags, or where an operation has it. */
export function tagPointer({ document, operations }: Side, tag: string): string {
  const position = (Array.isArray(document.tags) ? document.tags : []).findIndex((one) => one?.name === tag);
  if (position >= 0) return formatPointer(["tags", position]);
  const user = operations.find(({ model }) => model.tag === tag);
  return user ? `${user.pointer}/tags` : "#";
}

import { formatPointer } from "../../document/openapi.ts";
import type { Side } from "../side.ts";
import type { Sides } from "./sides.ts";

/** Renamed tags, new names by old ones: all operations left of the old tag have the new one, and no side has both. */
export function renamedTags({ base, head, operations }: Sides): Map<string, string> {
  const [before, after] = [usedTags(base), usedTags(head)];
  const renamed = new Map<string, string>();
  for (const tag of before) {
    if (after.has(tag)) continue;
    const pairs = operations.pairs.filter((pair) => pair.base.tag === tag);
    const [name, ...others] = new Set(pairs.map((pair) => pair.head.tag));
    if (name !== undefined && others.length === 0 && !before.has(name)) renamed.set(tag, name);
  }
  return renamed;
}

/** The first tags of operations, which name modules. */
export function usedTags({ model }: Side): Set<string> {
  return new Set(model.operations.flatMap(({ tag }) => tag ?? []));
}

/** Pointer to a tag: in the list of tags, or at an operation that has it. */
export function tagPointer({ model }: Side, tag: string): string {
  const position = model.tags.findIndex(({ name }) => name === tag);
  if (position >= 0) return formatPointer(["tags", position]);
  const user = model.operations.find((operation) => operation.tag === tag);
  return user ? `${user.pointer}/tags` : "#";
}

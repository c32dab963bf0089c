import { isObject, type OpenApiDocument, type PathItem } from "../document/openapi.ts";
import type { Warn } from "./context.ts";
import { inlinePathItem } from "./path-items.ts";

/** A path item that is left, and the path that the description gave it. */
export interface NormalizedPath {
  readonly path: string;
  readonly given: string;
  readonly item: PathItem;
}

/**
 * Leaves only path items that are mappings, under paths that begin with a slash: without it, a path would go on where
 * the host name ends, and the request would reach another server.
 */
export function normalizePaths(document: OpenApiDocument, warn: Warn): NormalizedPath[] {
  const all = document.paths ?? {};
  const sound = Object.entries(all).flatMap(([given, node]) => {
    if (given.startsWith("x-")) return [];
    if (!isObject(node)) {
      warn("This path item is no mapping; it is left out.", ["paths", given]);
      return [];
    }
    if (/\p{Cs}/u.test(given)) {
      warn("This path holds half a character, which no URL can carry; it is left out.", ["paths"]);
      return [];
    }
    const item = inlinePathItem(document, node as PathItem);
    if (given.startsWith("/")) return [{ path: given, given, item }];
    const path = `/${given}`;
    const taken = Object.hasOwn(all, path);
    warn(`A path begins with a slash; this one is ${taken ? "left out" : `taken as ${path}`}.`, ["paths", given]);
    return taken ? [] : [{ path, given, item }];
  });
  document.paths = Object.fromEntries(sound.map(({ path, item }) => [path, item]));
  return sound;
}

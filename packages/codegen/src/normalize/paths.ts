import { isObject, type OpenApiDocument, type PathItem } from "../document/openapi.ts";
import type { Warn } from "./context.ts";
import { inlinePathItem } from "./path-items.ts";

/** A path item, with the path in the spelling of the description. */
export interface NormalizedPath {
  readonly path: string;
  readonly given: string;
  readonly item: PathItem;
}

/**
 * Adds missing leading slashes to paths, and removes path items that are not mappings. Without the slash, a path would
 * continue the host name, and the request would go to another server.
 */
export function normalizePaths(document: OpenApiDocument, warn: Warn): NormalizedPath[] {
  const all = document.paths ?? {};
  const sound = Object.entries(all).flatMap(([given, node]) => {
    if (given.startsWith("x-")) return [];
    if (!isObject(node)) {
      warn("This path item is not a mapping; it is ignored.", ["paths", given]);
      return [];
    }
    if (/\p{Cs}/u.test(given)) {
      warn("This path has a lone surrogate, which a URL cannot encode; it is ignored.", ["paths"]);
      return [];
    }
    const item = inlinePathItem(document, node as PathItem);
    if (given.startsWith("/")) return [{ path: given, given, item }];
    const path = `/${given}`;
    const taken = Object.hasOwn(all, path);
    warn(`A path must begin with a slash; this one ${taken ? "is ignored" : `becomes ${path}`}.`, ["paths", given]);
    return taken ? [] : [{ path, given, item }];
  });
  document.paths = Object.fromEntries(sound.map(({ path, item }) => [path, item]));
  return sound;
}

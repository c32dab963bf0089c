import type { Source } from "@redocly/openapi-core";
import { formatPointer, isObject, resolvePointer } from "../document/openapi.ts";
import type { Problem } from "../problem.ts";
import { displayPath, parsedSource, position, targetOf } from "./location.ts";

/** Finds a cycle of `$ref`s. Returns undefined if there is none. */
export function findReferenceCycle(sources: ReadonlyMap<string, Source>): Problem | undefined {
  for (const start of sources.values()) {
    for (const [path, ref] of references(parsedSource(start), [])) {
      const seen = new Set<unknown>();
      let source = start;
      let node: unknown = { $ref: ref };
      while (isObject(node) && typeof node.$ref === "string" && !seen.has(node)) {
        seen.add(node);
        const next = targetOf(sources, source, node.$ref);
        if (!next) break;
        source = next.source;
        node = resolvePointer(parsedSource(source), next.pointer);
      }
      if (!seen.has(node)) continue;
      const place = { file: displayPath(start.absoluteRef), ...position(start, formatPointer(path)) };
      return { level: "error", message: `The $ref "${ref}" is part of a reference cycle.`, ...place };
    }
  }
  return undefined;
}

function* references(node: unknown, path: readonly string[]): Generator<[path: readonly string[], ref: string]> {
  if (typeof node !== "object" || node === null) return;
  if (isObject(node) && typeof node.$ref === "string") yield [path, node.$ref];
  for (const [key, child] of Object.entries(node)) yield* references(child, [...path, key]);
}

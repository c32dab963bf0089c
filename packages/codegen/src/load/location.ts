import { relative, resolve, sep } from "node:path";
import { BaseResolver, getLineColLocation, type Source } from "@redocly/openapi-core";
import { formatPointer, isObject, parsePointer, resolvePointer } from "../document/openapi.ts";
import type { Problem } from "../problem.ts";

/** Returns the name of the root file in Redocly. */
export function rootOf(input: string): string {
  return isUrl(input) ? input : resolve(input);
}

export function isUrl(path: string): boolean {
  return /^https?:\/\//.test(path);
}

/** Formats a path for users: relative to the working directory unless that is longer, always with slashes. */
export function displayPath(path: string): string {
  if (isUrl(path)) return path;
  const short = relative(process.cwd(), path);
  return (short === "" || short.length > path.length ? path : short).replaceAll(sep, "/");
}

/** Returns the line and the pointer of a problem. */
export function position(source: Source, pointer: string): { line: number; pointer: string } {
  const { start } = getLineColLocation({ source, pointer: pointer === "#" ? "#/" : pointer, reportOnKey: true });
  return { line: start.line, pointer: pointer === "#/" ? "#" : pointer };
}

/** Unchanged documents by source. The bundler changes its own documents. */
const pristine = new WeakMap<Source, unknown>();
export function parsedSource(source: Source): unknown {
  if (!pristine.has(source)) pristine.set(source, new BaseResolver().parseDocument(source).parsed);
  return pristine.get(source);
}

/** Returns the source and the pointer that a `$ref` in `source` points to. */
export function targetOf(
  sources: ReadonlyMap<string, Source>,
  source: Source,
  ref: string,
): { readonly source: Source; readonly pointer: string } | undefined {
  const [file, fragment = ""] = ref.split("#");
  const next = file ? sources.get(new BaseResolver().resolveExternalRef(source.absoluteRef, file)) : source;
  return next && { source: next, pointer: `#${fragment}` };
}

/** Finds the source location of a pointer. Follows `$ref`s into other files, and stops where the sources end. */
export function locate(
  sources: ReadonlyMap<string, Source>,
  root: string,
  pointer: string,
): Pick<Problem, "file" | "line" | "pointer"> {
  let source = sources.get(root);
  if (!source) return { pointer };
  let node = parsedSource(source);
  let path: string[] = [];
  for (const token of parsePointer(pointer)) {
    while (isObject(node) && typeof node.$ref === "string") {
      const next = targetOf(sources, source, node.$ref);
      if (!next) break;
      source = next.source;
      path = parsePointer(next.pointer);
      node = resolvePointer(parsedSource(source), next.pointer);
    }
    if (typeof node !== "object" || node === null || !Object.hasOwn(node, token)) break;
    node = (node as Record<string, unknown>)[token];
    path = [...path, token];
  }
  const found = formatPointer(path);
  return { file: displayPath(source.absoluteRef), ...position(source, found) };
}

import { formatPointer, isObject } from "../document/openapi.ts";

/** JSON pointers to the objects of a document. A shared object has the pointer of its component. */
export type Pointers = ReadonlyMap<object, string>;

/** Reads the pointers of all objects, before the document is normalized. */
export function readPointers(document: object): Pointers {
  const pointers = new Map<object, string>();
  const visit = (node: unknown, tokens: readonly (string | number)[]): void => {
    if (typeof node !== "object" || node === null || pointers.has(node)) return;
    pointers.set(node, formatPointer(tokens));
    const entries: [string | number, unknown][] = Array.isArray(node) ? [...node.entries()] : Object.entries(node);
    for (const [key, child] of entries) visit(child, [...tokens, key]);
  };
  const { components } = document as { components?: unknown };
  if (isObject(components)) visit(components, ["components"]);
  visit(document, []);
  return pointers;
}

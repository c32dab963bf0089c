import { walk } from "../document/walk.ts";

const LISTS = ["allOf", "anyOf", "oneOf", "prefixItems"];

/** Writes `true` and `false` in lists of schemas as the objects that mean the same, which is all that the engines read. */
export function rewriteBooleanSchemas(document: object): void {
  walk(document, ({ node, isSchema }) => {
    if (!isSchema) return;
    for (const key of LISTS) {
      const list = node[key];
      if (Array.isArray(list))
        node[key] = list.map((one: unknown) => (one === true ? {} : one === false ? { not: {} } : one));
    }
  });
}

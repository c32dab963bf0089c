import { walk } from "../document/walk.ts";

const LISTS = ["allOf", "anyOf", "oneOf", "prefixItems"];

/** Replaces `true` and `false` in lists of schemas by equivalent objects, because the engines support only these. */
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

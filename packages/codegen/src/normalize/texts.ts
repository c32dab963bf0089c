import { walk } from "../document/walk.ts";
import type { Warn } from "./context.ts";

const TEXTS = ["title", "summary", "description", "format"];

/** Makes text of what should be text: YAML reads `title: 2024` as a number. */
export function normalizeTexts(document: object, warn: Warn): void {
  walk(document, ({ node, path }) => {
    for (const key of TEXTS) {
      const value = node[key];
      if (value === undefined || typeof value === "string") continue;
      if (value === null) delete node[key];
      else if (typeof value !== "object" || value instanceof Date) {
        node[key] = String(value);
        warn(`A ${key} is a text; this one is taken as ${JSON.stringify(String(value))}.`, [...path, key]);
      }
    }
  });
}

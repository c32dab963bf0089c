import { walk } from "../document/walk.ts";
import type { Warn } from "./context.ts";

const TEXTS = ["title", "summary", "description", "format"];

/** Converts texts to strings: YAML reads `title: 2024` as a number. */
export function normalizeTexts(document: object, warn: Warn): void {
  walk(document, ({ node, path }) => {
    for (const key of TEXTS) {
      const value = node[key];
      if (value === undefined || typeof value === "string") continue;
      if (value === null) delete node[key];
      else if (typeof value !== "object" || value instanceof Date) {
        node[key] = String(value);
        warn(`The ${key} must be a string; it becomes ${JSON.stringify(String(value))}.`, [...path, key]);
      }
    }
  });
}

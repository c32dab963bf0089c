import { object, type Part, type } from "../descriptions.ts";

/** Two descriptions, and every line that comparing them gives. */
export interface Case {
  readonly what: string;
  readonly base: Part;
  readonly head: Part;
  readonly lines: readonly string[];
}

export const text: Part = type("string");
export const note: Part = object({ text });
export const ok = { description: "Done." };
export const json = (schema: unknown): Part => ({ "application/json": { schema } });
export const query = (name: string, rest: Part = {}): Part => ({ name, in: "query", schema: text, ...rest });

/** A GET of this path. */
export const path = (name: string, operationId: string, rest: Part = {}): Part => ({
  [name]: { get: { operationId, tags: ["notes"], responses: { "200": ok }, ...rest } },
});

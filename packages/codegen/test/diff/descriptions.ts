import { join } from "node:path";
import { type Change, diffDescriptions } from "../../src/index.ts";
import { scratch } from "../support/scratch.ts";

/** A part of a description, loosely typed: tests write what they like. */
export type Part = Record<string, unknown>;

/** A description around these parts. */
export function api(parts: Part): Part {
  return { openapi: "3.1.0", info: { title: "Test", version: "1" }, paths: {}, ...parts };
}

/** A description with one operation, `makeNote`, and components. */
export function operation(node: Part, components: Part = {}, root: Part = {}): Part {
  const whole = { operationId: "makeNote", tags: ["notes"], responses: { "204": { description: "Done." } }, ...node };
  return api({ paths: { "/notes": { post: whole } }, components, ...root });
}

/** A description whose operation takes this. */
export function takes(schema: unknown, components: Part = {}): Part {
  return operation({ requestBody: { required: true, content: { "application/json": { schema } } } }, components);
}

/** A description whose operation returns this. */
export function returns(schema: unknown, components: Part = {}): Part {
  const ok = { description: "Done.", content: { "application/json": { schema } } };
  return operation({ responses: { "200": ok } }, components);
}

/** A schema of an object with these properties, all of them required but those that end in `?`. */
export function object(properties: Part): Part {
  const required = Object.keys(properties).filter((name) => !name.endsWith("?"));
  const named = Object.entries(properties).map(([name, schema]) => [name.replace(/\?$/, ""), schema]);
  return { type: "object", properties: Object.fromEntries(named), ...(required.length > 0 && { required }) };
}

/** A schema of that type. */
export const type = (name: string | string[], rest: Part = {}): Part => ({ type: name, ...rest });

/** A reference to a component schema. */
export const ref = (name: string): Part => ({ $ref: `#/components/schemas/${name}` });

/** Compares two descriptions, given as objects or as texts. */
export async function diff(base: Part | string, head: Part | string): Promise<readonly Change[]> {
  const text = (one: Part | string): string => (typeof one === "string" ? one : JSON.stringify(one));
  const folder = await scratch({ "base.yaml": text(base), "head.yaml": text(head) });
  return diffDescriptions(join(folder, "base.yaml"), join(folder, "head.yaml"));
}

/** A change as one line: `breaking property-removed: …`. */
export const lineOf = ({ level, rule, message }: Change): string => `${level} ${rule}: ${message}`;

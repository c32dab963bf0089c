import { detectSpec, getTypes } from "@redocly/openapi-core";

type Types = ReturnType<typeof getTypes>;

/** Names that every object of Redocly's has, which it would take for types of what bears them in a description. */
const INHERITED = Object.getOwnPropertyNames(Object.prototype).filter((name) => name !== "__proto__");

/** Redocly's types for a description, in which `constructor` and the like are names as others. */
export function typesFor(description: unknown): Types {
  const none = Object.fromEntries(INHERITED.map((name) => [name, undefined]));
  const types = Object.entries(getTypes(detectSpec(description)));
  return Object.fromEntries(
    types.map(([name, type]) => [
      name,
      { ...type, properties: { ...none, ...type.properties } as typeof type.properties },
    ]),
  ) as Types;
}

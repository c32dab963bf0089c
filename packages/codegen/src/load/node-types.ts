import { type bundleDocument, type Document, detectSpec, getTypes } from "@redocly/openapi-core";

type NodeTypes = NonNullable<Parameters<typeof bundleDocument>[0]["customTypes"]>;
type NodeType = NodeTypes[string];

/** A property with the value undefined for each name that every object inherits, such as `constructor`. */
const INHERITED = Object.fromEntries(Object.getOwnPropertyNames(Object.prototype).map((name) => [name, undefined]));

/**
 * Returns Redocly's node types for a description, without inherited keys. Redocly does not check for own properties when
 * it looks up a key, so it would confuse a schema named `constructor` or `valueOf` with an inherited function.
 */
export function nodeTypesOf({ parsed }: Document): NodeTypes {
  const types = Object.entries(getTypes(detectSpec(parsed)));
  return Object.fromEntries(types.map(([name, type]) => [name, withOwnNames(type)]));
}

function withOwnNames(type: NodeType): NodeType {
  const { additionalProperties: others } = type;
  const own = Object.entries(type.properties).map(([name, property]) => [
    name,
    isNodeType(property) ? withOwnNames(property) : property,
  ]);
  return {
    ...type,
    properties: { ...INHERITED, ...Object.fromEntries(own) },
    // Redocly also looks up its own keys in the description's objects, and may get an inherited function.
    ...(others && {
      additionalProperties: (value: unknown, name: string) => {
        if (typeof value === "function") return undefined;
        return typeof others === "function" ? others(value, name) : others;
      },
    }),
  };
}

function isNodeType(property: unknown): property is NodeType {
  return typeof property === "object" && property !== null && "properties" in property;
}

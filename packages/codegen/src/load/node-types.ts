import { type bundleDocument, type Document, detectSpec, getTypes } from "@redocly/openapi-core";

type NodeTypes = NonNullable<Parameters<typeof bundleDocument>[0]["customTypes"]>;
type NodeType = NodeTypes[string];

/** `undefined` under each name that every object inherits, such as `constructor`. */
const INHERITED = Object.fromEntries(Object.getOwnPropertyNames(Object.prototype).map((name) => [name, undefined]));

/**
 * The parts that Redocly knows of a description. It looks a key up among those that it knows without asking whose they
 * are, so that a property or a schema named `constructor` or `valueOf` would be taken for what every object inherits.
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
    // Redocly asks for each key that it knows, and now gets what the description's own objects inherit.
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

import { isObject, setOwn } from "./openapi.ts";

/** Keys whose value is a schema. */
const SCHEMA = new Set(
  (
    "schema items additionalItems additionalProperties unevaluatedItems unevaluatedProperties contains propertyNames " +
    "contentSchema not if then else"
  ).split(" "),
);
/** Keys whose value is a list or a map of schemas. */
const SCHEMAS = new Set(
  "schemas properties patternProperties dependentSchemas $defs definitions allOf anyOf oneOf prefixItems".split(" "),
);
/** Keys whose value is a map of other parts of a description. */
const MAPS = new Set(
  "paths webhooks responses parameters requestBodies headers securitySchemes links callbacks pathItems content encoding".split(
    " ",
  ),
);
/** Keys whose value is data, which may look like a part of the description. */
const DATA = new Set("default enum const example examples mapping scopes security variables".split(" "));

/** An object of the description, with its location. */
export interface Visit {
  readonly node: Record<string, unknown>;
  /** Tokens of its JSON pointer. */
  readonly path: readonly string[];
  /** Whether it is a schema. */
  readonly isSchema: boolean;
  /** Whether it is a map whose keys are names, such as `properties`. */
  readonly isMap: boolean;
  /** Replaces it with another object. */
  replace(node: object): void;
}

/** Visits every object of a description once, except examples and other data. `visit` may change the object. */
export function walk(document: object, visit: (visit: Visit) => void): void {
  const seen = new Set<object>();

  const descend = (parent: object, path: readonly string[], state: { isSchema: boolean; isMap: boolean }): void => {
    for (const key of Object.keys(parent)) {
      if (!state.isMap && (DATA.has(key) || key.startsWith("x-"))) continue;
      const holder = parent as Record<string, unknown>;
      const child = holder[key];
      if (typeof child !== "object" || child === null) continue;
      const inList = Array.isArray(parent);
      const isMap = !state.isMap && isObject(child) && (SCHEMAS.has(key) || MAPS.has(key));
      const isSchema = inList || state.isMap ? state.isSchema : SCHEMA.has(key) || SCHEMAS.has(key);
      go(child, [...path, key], { isSchema, isMap }, (node) => setOwn(holder, key, node));
    }
  };

  const go = (
    node: object,
    path: string[],
    state: { isSchema: boolean; isMap: boolean },
    replace: Visit["replace"],
  ) => {
    if (isObject(node) && !state.isMap) visit({ node, path, ...state, replace });
    if (seen.has(node)) return;
    seen.add(node);
    descend(node, path, state);
  };

  descend(document, [], { isSchema: false, isMap: false });
}

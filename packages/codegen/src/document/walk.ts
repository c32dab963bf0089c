import { isObject, setOwn } from "./openapi.ts";

/** Keys below which a schema stands. */
const SCHEMA = new Set(
  (
    "schema items additionalItems additionalProperties unevaluatedItems unevaluatedProperties contains propertyNames " +
    "contentSchema not if then else"
  ).split(" "),
);
/** Keys below which schemas stand by name or number. */
const SCHEMAS = new Set(
  "schemas properties patternProperties dependentSchemas $defs definitions allOf anyOf oneOf prefixItems".split(" "),
);
/** Keys below which other parts of a description stand by name. */
const MAPS = new Set(
  "paths webhooks responses parameters requestBodies headers securitySchemes links callbacks pathItems content encoding".split(
    " ",
  ),
);
/** Keys below which anything may stand, because it is data and no part of the description. */
const DATA = new Set("default enum const example examples mapping scopes security variables".split(" "));

/** An object of the description, and where it stands. */
export interface Visit {
  readonly node: Record<string, unknown>;
  /** Tokens of the JSON pointer to it. */
  readonly path: readonly string[];
  /** Whether it stands where a schema stands. */
  readonly isSchema: boolean;
  /** Whether its keys are names that the author chose, such as those of properties. */
  readonly isMap: boolean;
  /** Puts another object in its place. */
  replace(node: object): void;
}

/** Visits every object of a description once, but for examples and other data. `visit` may change what it is given. */
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

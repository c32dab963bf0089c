import { isFile } from "../../document/file-schema.ts";
import { isObject, type Schema } from "../../document/openapi.ts";
import { type Branch, type Conjunction, type JsonType, type Property, plainBranch } from "./branch.ts";
import { limitsOf } from "./limits.ts";

const TYPES: readonly string[] = ["object", "array", "string", "number", "integer", "boolean", "null"];

/** Keywords by which a schema without a `type` describes objects, or arrays. */
const OBJECT = ["properties", "required", "additionalProperties", "patternProperties", "minProperties"];
const ARRAY = ["items", "prefixItems", "minItems", "maxItems"];

/** Keywords that are compared only for equality, by the type that they apply to. */
const CONDITIONS: readonly (readonly [JsonType, readonly string[]])[] = [
  ["any", ["not", "if", "then", "else"]],
  ["array", ["contains", "minContains", "maxContains", "unevaluatedItems"]],
  ["object", ["patternProperties", "propertyNames", "dependentRequired", "dependentSchemas", "unevaluatedProperties"]],
];

/**
 * The branches that a schema describes by its own keywords, without `$ref`, `allOf`, `anyOf` and `oneOf`.
 *
 * @param plain - makes the value of a condition comparable
 */
export function ownBranches(schema: Schema, plain: (value: unknown) => unknown): Branch[] {
  const values = valuesOf(schema);
  return typesOf(schema, values).map((type) => {
    const own = values?.filter((value) => type === "any" || isOfType(value, type));
    return {
      ...plainBranch(type),
      // A nullable schema often lists only its other values.
      values: type === "null" ? undefined : own,
      limits: limitsOf(schema, type),
      conditions: conditionsOf(schema, type, plain),
      names: new Set(typeof schema.title === "string" ? [schema.title] : []),
      ...(concerns(type, "object") && { properties: propertiesOf(schema), additional: additionalOf(schema) }),
      ...(concerns(type, "array") && { items: itemsOf(schema), prefix: prefixOf(schema) }),
    };
  });
}

function concerns(type: JsonType, about: JsonType): boolean {
  return type === about || type === "any" || about === "any";
}

function valuesOf(schema: Schema): unknown[] | undefined {
  const { enum: values, const: only } = schema as { enum?: unknown; const?: unknown };
  if (only !== undefined) return [only];
  return Array.isArray(values) ? values : undefined;
}

function typesOf(schema: Schema, values: readonly unknown[] | undefined): JsonType[] {
  const { type, nullable } = schema;
  const given = (type === undefined ? [] : [type].flat()).filter((one): one is JsonType => TYPES.includes(one));
  const types = new Set<JsonType>(given.length > 0 ? given : impliedTypes(schema, values));
  if (values?.includes(null)) types.add("null");
  if (nullable === true && !types.has("any")) types.add("null");
  // Every integer is a number.
  if (types.has("number")) types.delete("integer");
  return [...types];
}

function impliedTypes(schema: Schema, values: readonly unknown[] | undefined): JsonType[] {
  if (isFile(schema)) return ["string"];
  if (values) return TYPES.filter((type): type is JsonType => values.some((value) => typeOf(value) === type));
  if (OBJECT.some((keyword) => Object.hasOwn(schema, keyword))) return ["object"];
  if (ARRAY.some((keyword) => Object.hasOwn(schema, keyword))) return ["array"];
  return ["any"];
}

function typeOf(value: unknown): JsonType {
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  if (typeof value === "number") return Number.isInteger(value) ? "integer" : "number";
  return typeof value as JsonType;
}

function isOfType(value: unknown, type: JsonType): boolean {
  const own = typeOf(value);
  return own === type || (type === "number" && own === "integer");
}

function conditionsOf(schema: Schema, type: JsonType, plain: (value: unknown) => unknown): Map<string, unknown> {
  const conditions = new Map<string, unknown>();
  for (const [about, keywords] of CONDITIONS) {
    for (const keyword of concerns(type, about) ? keywords : []) {
      const value = (schema as Record<string, unknown>)[keyword];
      if (value !== undefined) conditions.set(keyword, plain(value));
    }
  }
  return conditions;
}

function propertiesOf({ properties, required }: Schema): Map<string, Property> {
  const names = new Set<unknown>(Array.isArray(required) ? required : []);
  const given = isObject(properties) ? Object.entries(properties) : [];
  const described = given.map(([name, schema]): [string, Property] => {
    return [name, { schemas: [schema], required: names.has(name) }];
  });
  const declared = new Set(described.map(([name]) => name));
  // One part of an `allOf` may require what another part describes.
  const others = [...names].filter((name): name is string => typeof name === "string" && !declared.has(name));
  return new Map([...described, ...others.map((name): [string, Property] => [name, { schemas: [], required: true }])]);
}

function additionalOf({ additionalProperties: given }: Schema): boolean | Conjunction | undefined {
  if (!isObject(given)) return given === false ? false : undefined;
  return Object.keys(given).length > 0 ? [given] : undefined;
}

function itemsOf({ items }: Schema): Conjunction | undefined {
  // `items: false` allows only the elements of `prefixItems`.
  if ((items as unknown) === false) return [items as unknown as Schema];
  return isObject(items) && Object.keys(items).length > 0 ? [items] : undefined;
}

function prefixOf({ prefixItems }: Schema): Conjunction[] {
  return Array.isArray(prefixItems) ? prefixItems.map((schema) => [schema]) : [];
}

import type { Schema } from "../document/openapi.ts";
import type { ParameterModel } from "./parameters.ts";
import type { ResolveSchema } from "./schemas.ts";

const PLAIN_TYPES = new Set(["string", "number", "integer", "boolean", "null"]);
/** Depth limit for schemas that contain themselves. */
const MAX_DEPTH = 16;
/** Default styles of parameters (OpenAPI 3.1.1, section 4.8.12). */
const DEFAULTS = { path: { style: "simple", explode: false }, query: { style: "form", explode: true } };

/**
 * Whether all parameters are strings, numbers, or lists of them, in path or query, in the default style. An operation
 * with other parameters imports the serializer for all styles.
 */
export function hasPlainParameters(resolve: ResolveSchema, parameters: readonly ParameterModel[]): boolean {
  return parameters.every(({ name, argument, in: place, style, explode, allowReserved, content, schema }) => {
    if (place !== "path" && place !== "query") return false;
    if (place === "query" && argument !== name) return false;
    if (style !== undefined && style !== DEFAULTS[place].style) return false;
    if (explode !== undefined && explode !== DEFAULTS[place].explode) return false;
    return !allowReserved && !content && isPlain(resolve, schema, true);
  });
}

function isPlain(resolve: ResolveSchema, node: Schema | undefined, mayBeList: boolean, level = 0): boolean {
  const schema = resolve(node);
  if (!schema || level > MAX_DEPTH) return false;
  const inside = (part: Schema): boolean => isPlain(resolve, part, mayBeList, level + 1);
  const { allOf, anyOf, oneOf } = schema;
  const types = schema.type === undefined ? [] : [schema.type].flat();
  if (types.length > 0) {
    return types.every((type) => {
      if (type === "array") return mayBeList && isPlain(resolve, schema.items, false, level + 1);
      return PLAIN_TYPES.has(type);
    });
  }
  if (Array.isArray(allOf) && allOf.some(inside)) return true;
  const alternatives = [anyOf, oneOf].filter(Array.isArray).flat();
  return alternatives.length > 0 && alternatives.every(inside);
}

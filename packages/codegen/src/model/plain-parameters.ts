import { dereference, type OpenApiDocument, type Operation, type Parameter, type Schema } from "../document/openapi.ts";

const PLAIN_TYPES = new Set(["string", "number", "integer", "boolean", "null"]);
/** Deeper than any sound schema; a schema that consists of itself ends here. */
const MOST_LEVELS = 16;

/**
 * Whether all parameters of an operation are texts, numbers or lists of them, in path or query and in the usual style.
 * For others, the operation carries what writes every style.
 */
export function hasPlainParameters(
  document: OpenApiDocument,
  operation: Operation,
  isRenamed: (parameter: Parameter) => boolean,
): boolean {
  return (operation.parameters ?? []).every((node) => {
    const parameter = dereference<Parameter>(document, node);
    if (!parameter) return true;
    const { in: place, style, explode, allowReserved, content, schema } = parameter;
    const usual = { path: { style: "simple", explode: false }, query: { style: "form", explode: true } };
    if (place !== "path" && place !== "query") return false;
    if (place === "query" && isRenamed(parameter)) return false;
    if (style !== undefined && style !== usual[place].style) return false;
    if (explode !== undefined && explode !== usual[place].explode) return false;
    return !allowReserved && !content && isPlain(document, schema, true);
  });
}

function isPlain(document: OpenApiDocument, node: Schema | undefined, mayBeList: boolean, level = 0): boolean {
  const schema = dereference<Schema>(document, node);
  if (!schema || level > MOST_LEVELS) return false;
  const inside = (part: Schema): boolean => isPlain(document, part, mayBeList, level + 1);
  const { allOf, anyOf, oneOf } = schema;
  const types = schema.type === undefined ? [] : [schema.type].flat();
  if (types.length > 0) {
    return types.every((type) => {
      if (type === "array") return mayBeList && isPlain(document, schema.items, false, level + 1);
      return PLAIN_TYPES.has(type);
    });
  }
  if (Array.isArray(allOf) && allOf.some(inside)) return true;
  const alternatives = [anyOf, oneOf].filter(Array.isArray).flat();
  return alternatives.length > 0 && alternatives.every(inside);
}

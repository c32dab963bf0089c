import { dereference, type Operation, type Parameter, type PathItem, type Reference } from "../document/openapi.ts";
import type { NormalizeContext } from "./context.ts";

/** Names of header parameters to ignore (OpenAPI 3.1.1, section 4.8.12.2.1). */
const IGNORED_HEADERS = new Set(["accept", "content-type", "authorization"]);
/** Styles by location (OpenAPI 3.1.1, section 4.8.12.3). */
const STYLES: Record<Parameter["in"], readonly string[]> = {
  path: ["simple", "label", "matrix"],
  query: ["form", "spaceDelimited", "pipeDelimited", "deepObject"],
  header: ["simple"],
  cookie: ["form"],
};

/** Completes `operation.parameters` with those of the path item, and with one for each `{name}` of the path. */
export function completeParameters(operation: Operation, item: PathItem, context: NormalizeContext): void {
  const { document, path, warn, warnItem } = context;
  const inPath = new Set(Array.from(path.matchAll(/\{([^{}]+)\}/g), ([, name]) => name ?? ""));
  const found = new Map<string, Parameter | Reference>();

  const given = [...list(item.parameters, warnItem), ...list(operation.parameters, warn)];
  for (const [node, tell] of given) {
    const parameter = dereference<Parameter>(document, node);
    if (!parameter || typeof parameter.name !== "string" || !Object.hasOwn(STYLES, parameter.in)) {
      tell("A parameter needs a `name` and a valid `in` (path, query, header or cookie); this one is ignored.");
    } else if (parameter.in === "path" && !inPath.has(parameter.name)) {
      tell(`The path has no {${parameter.name}}; this path parameter is ignored.`);
    } else if (!(parameter.in === "header" && IGNORED_HEADERS.has(parameter.name.toLowerCase()))) {
      normalizeParameter(parameter, tell);
      found.set(`${parameter.in} ${parameter.name}`, node);
    }
  }
  for (const name of inPath) {
    if (found.has(`path ${name}`)) continue;
    warn(`The path parameter {${name}} is not declared; it becomes a required string.`);
    found.set(`path ${name}`, { name, in: "path", required: true, schema: { type: "string" } });
  }
  operation.parameters = [...found.values()];
}

function normalizeParameter(parameter: Parameter, tell: (message: string) => void): void {
  if (parameter.in === "path" && parameter.required !== true) {
    parameter.required = true;
    tell(`The path parameter {${parameter.name}} is not marked as required; it becomes required.`);
  }
  if (parameter.style !== undefined && !STYLES[parameter.in].includes(parameter.style)) {
    tell(
      `"${parameter.style}" is not a style of ${parameter.in} parameters; "${parameter.name}" gets the default style.`,
    );
    delete parameter.style;
  }
  // A parameter has a schema or one media type; the generated type comes from the schema in both cases.
  const [content] = Object.values(parameter.content ?? {});
  parameter.schema ??= content?.schema ?? { type: "string" };
}

/** Returns each parameter with a function that reports a defect at its definition. */
function list<T>(value: T[] | undefined, warn: NormalizeContext["warn"]): [T, (message: string) => void][] {
  if (!Array.isArray(value)) return [];
  return value.map((node, position) => [node, (message) => warn(message, "parameters", position, "name")]);
}

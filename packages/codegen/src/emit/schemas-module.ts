import { isObject, type OpenApiDocument } from "../document/openapi.ts";
import type { TypeNames } from "../model/schema-names.ts";
import { docComment, HEADER, quote } from "../typescript/code.ts";

/** The module of named types: one for each component schema, each a reference into the openapi module. */
export function schemasModule(document: OpenApiDocument, names: TypeNames): string | undefined {
  if (names.schemas.size === 0) return undefined;
  const types = [...names.schemas].map(([schema, alias]) => {
    const node: unknown = document.components?.schemas?.[schema];
    const text = isObject(node) && typeof node.description === "string" ? node.description : undefined;
    return `${docComment([text])}export type ${alias} = components["schemas"][${quote(schema)}];\n`;
  });
  return [HEADER, "", `import type { components } from "./openapi.gen.js";\n`, ...types].join("\n");
}

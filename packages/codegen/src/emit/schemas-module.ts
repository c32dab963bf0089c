import type { SchemaModels } from "../model/schemas.ts";
import { docComment, HEADER, quote } from "../typescript/code.ts";

/** The module of named types: one for each component schema, each a reference into the openapi module. */
export function schemasModule(schemas: SchemaModels): string {
  const types = [...schemas.values()].map(({ name, typeName, description }) => {
    return `${docComment([description])}export type ${typeName} = components["schemas"][${quote(name)}];\n`;
  });
  return [HEADER, "", `import type { components } from "./openapi.gen.js";\n`, ...types].join("\n");
}

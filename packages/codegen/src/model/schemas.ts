import { dereference, formatPointer, isObject, type OpenApiDocument, type Schema } from "../document/openapi.ts";
import { type NameRegistry, pascalCase } from "../names/names.ts";
import type { Report } from "../problem.ts";

/** A component schema, and its generated type. */
export interface SchemaModel {
  /** Key in `components.schemas`. */
  readonly name: string;
  /** Name of the exported type. */
  readonly typeName: string;
  readonly description: string | undefined;
  /** The normalized schema. {@link ResolveSchema} follows its references. */
  readonly node: Schema;
}

/** Component schemas by name. */
export type SchemaModels = ReadonlyMap<string, SchemaModel>;

/** Returns a schema, or the target of its `$ref`. Returns undefined if there is none. */
export type ResolveSchema = (node: Schema | undefined) => Schema | undefined;

export function schemaResolver(document: OpenApiDocument): ResolveSchema {
  return (node) => dereference<Schema>(document, node);
}

/**
 * Names the types of the component schemas.
 *
 * @param exported - names that are taken; the names of the types are added
 */
export function modelSchemas(document: OpenApiDocument, exported: NameRegistry, report: Report): SchemaModels {
  const schemas = new Map<string, SchemaModel>();
  for (const [name, node] of Object.entries(document.components?.schemas ?? {})) {
    const wanted = pascalCase(name);
    const typeName = exported.take(wanted);
    if (typeName !== wanted) {
      const message = `The name ${wanted} is taken; the schema ${JSON.stringify(name)} is named ${typeName}.`;
      report({ level: "warning", message, pointer: formatPointer(["components", "schemas", name]) });
    }
    const description = isObject(node) && typeof node.description === "string" ? node.description : undefined;
    schemas.set(name, { name, typeName, description, node });
  }
  return schemas;
}

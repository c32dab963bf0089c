import { dereference, formatPointer, isObject, type OpenApiDocument, type Schema } from "../document/openapi.ts";
import { type NameRegistry, pascalCase } from "../names/names.ts";
import type { Report } from "../problem.ts";

/** A component schema, and the type that it becomes. */
export interface SchemaModel {
  /** Name among the component schemas. */
  readonly name: string;
  /** Name of the exported type. */
  readonly typeName: string;
  readonly description: string | undefined;
  /** The schema, normalized. What it refers to is found by {@link ResolveSchema}. */
  readonly node: Schema;
}

/** Component schemas by name. */
export type SchemaModels = ReadonlyMap<string, SchemaModel>;

/** Finds the schema that a node stands for: itself, or what its `$ref` leads to. Undefined where there is none. */
export type ResolveSchema = (node: Schema | undefined) => Schema | undefined;

export function schemaResolver(document: OpenApiDocument): ResolveSchema {
  return (node) => dereference<Schema>(document, node);
}

/**
 * Names the types of the component schemas.
 *
 * @param exported Names that are taken already; those of the types are added.
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

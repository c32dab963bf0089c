import { astToString, scanDiscriminators, transformSchema } from "openapi-typescript";
import ts from "typescript";
import { isFile } from "../document/file-schema.ts";
import type { OpenApiDocument, Schema } from "../document/openapi.ts";
import { resolvePointer } from "../document/openapi.ts";
import { HEADER } from "../typescript/code.ts";
import { RecursiveArrays } from "./recursive-arrays.ts";

type TypesContext = Parameters<typeof transformSchema>[1];
type TypesDocument = Parameters<typeof transformSchema>[0];

/**
 * Writes the openapi module: `paths`, `components`, `operations` and `webhooks` as openapi-typescript prints them.
 * Files are `Blob`s in it, and a property with a default stays optional, because requests need not send it.
 *
 * openapi-typescript is entered behind its own bundling, which the description has been through already.
 */
export function printOpenApiTypes(document: OpenApiDocument): string {
  const description = document as unknown as TypesDocument;
  const arrays = new RecursiveArrays(document);
  const context: TypesContext = {
    additionalProperties: false,
    alphabetize: false,
    arrayLength: false,
    conditionalEnums: false,
    dedupeEnums: false,
    defaultNonNullable: false,
    discriminators: scanDiscriminators(description, { silent: true }),
    emptyObjectsUnknown: true,
    enum: false,
    enumValues: false,
    excludeDeprecated: false,
    exportType: false,
    generatePathParams: false,
    immutable: false,
    injectFooter: [],
    makePathsEnum: false,
    pathParamsAsTypes: false,
    postTransform: undefined,
    propertiesRequiredByDefault: false,
    readWriteMarkers: false,
    redoc: undefined as never,
    resolve: <T>($ref: string) => resolvePointer(document, $ref) as T | undefined,
    rootTypes: false,
    rootTypesKeepCasing: false,
    rootTypesNoSchemaPrefix: false,
    silent: true,
    transform: (schema, options) =>
      isFile(schema as Schema) ? fileType(schema as Schema) : arrays.type(schema as Schema, options),
    transformProperty: undefined,
  };
  return `${HEADER}\n\n${astToString(transformSchema(description, context))}`;
}

function fileType({ type }: Schema): ts.TypeNode {
  const blob = ts.factory.createTypeReferenceNode("Blob");
  const nullable = Array.isArray(type) && type.includes("null");
  return nullable
    ? ts.factory.createUnionTypeNode([blob, ts.factory.createLiteralTypeNode(ts.factory.createNull())])
    : blob;
}

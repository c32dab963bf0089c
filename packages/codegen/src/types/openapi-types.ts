import { scanDiscriminators, transformSchema } from "openapi-typescript";
import ts from "typescript";
import { isFile } from "../document/file-schema.ts";
import type { OpenApiDocument, Schema } from "../document/openapi.ts";
import { resolvePointer } from "../document/openapi.ts";
import { setComment } from "./nodes.ts";
import { schemaComment } from "./schema-comment.ts";

type TypesContext = Parameters<typeof transformSchema>[1];
type TypesDocument = Parameters<typeof transformSchema>[0];

/**
 * Translates a description with openapi-typescript: the declarations of `paths`, `webhooks`, `components`, `$defs` and
 * `operations`, with references like `components["schemas"]["Project"]`. A file is a `Blob`. A property with a default
 * stays optional, because requests need not send it.
 *
 * openapi-typescript is no longer maintained, so only this file imports it. The call skips openapi-typescript's own
 * bundling, because the description is bundled.
 */
export function openApiTypes(document: OpenApiDocument): readonly ts.Statement[] {
  // openapi-typescript writes the values of discriminators into the document that it is given.
  const copy = structuredClone(document);
  const description = copy as unknown as TypesDocument;
  const comments = new Map<ts.PropertySignature, string>();
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
    resolve: <T>($ref: string) => resolvePointer(copy, $ref) as T | undefined,
    rootTypes: false,
    rootTypesKeepCasing: false,
    rootTypesNoSchemaPrefix: false,
    silent: true,
    transform: (schema) => (isFile(schema as Schema) ? fileType(schema as Schema) : undefined),
    transformProperty: (property, schema) => {
      comments.set(property, schemaComment(schema as Schema));
      return undefined;
    },
  };
  const nodes = transformSchema(description, context);
  // openapi-typescript comments on a property after `transformProperty`, so its comment is replaced here.
  for (const [property, comment] of comments) setComment(property, comment);
  return nodes as ts.Statement[];
}

function fileType({ type }: Schema): ts.TypeNode {
  const blob = ts.factory.createTypeReferenceNode("Blob");
  const nullable = Array.isArray(type) && type.includes("null");
  return nullable
    ? ts.factory.createUnionTypeNode([blob, ts.factory.createLiteralTypeNode(ts.factory.createNull())])
    : blob;
}

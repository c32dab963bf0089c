import { transformSchemaObject } from "openapi-typescript";
import ts from "typescript";
import type { OpenApiDocument, Schema } from "../document/openapi.ts";
import { directIngredients, ingredients, parts } from "../document/schema-cycles.ts";
import { NameRegistry, pascalCase } from "../names/names.ts";

type SchemaOptions = Parameters<typeof transformSchemaObject>[1];

/**
 * Types of arrays that contain themselves, such as the array of a schema for any JSON. `X[]` is resolved at once and
 * would make a circle; an interface that extends `Array` is resolved when it is used.
 */
export class RecursiveArrays {
  readonly #names = new NameRegistry();
  /** Name of the component by the items of the array. */
  readonly #owners = new Map<unknown, string>();

  constructor(document: OpenApiDocument) {
    const known = ingredients(document, { arrays: true });
    for (const [name, schema] of Object.entries(document.components?.schemas ?? {})) {
      if (!known.get(name)?.has(name)) continue;
      for (const { items } of parts(schema, true)) {
        if ([...directIngredients(items, true)].some((one) => one === name || known.get(one)?.has(name))) {
          this.#owners.set(items, name);
        }
      }
    }
  }

  /** The type of an array that contains itself; `undefined` for other schemas. */
  type(schema: Schema, options: SchemaOptions): ts.TypeNode | undefined {
    const owner = schema.type === "array" && schema.items ? this.#owners.get(schema.items) : undefined;
    if (owner === undefined) return undefined;
    const name = this.#names.take(`${pascalCase(owner)}Array`);
    const item = transformSchemaObject(schema.items as Parameters<typeof transformSchemaObject>[0], options);
    const base = ts.factory.createExpressionWithTypeArguments(ts.factory.createIdentifier("Array"), [item]);
    const heritage = ts.factory.createHeritageClause(ts.SyntaxKind.ExtendsKeyword, [base]);
    const exported = ts.factory.createModifier(ts.SyntaxKind.ExportKeyword);
    options.ctx.injectFooter.push(ts.factory.createInterfaceDeclaration([exported], name, undefined, [heritage], []));
    return ts.factory.createTypeReferenceNode(name);
  }
}

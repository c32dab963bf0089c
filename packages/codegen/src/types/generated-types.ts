import type { OpenApiDocument } from "../description/openapi.ts";
import type { TypeNames } from "../emit/type-names.ts";
import type { ClientNames } from "./client-names.ts";
import { DescriptionTypes } from "./description-types.ts";

/** What generated modules know of types: those of the description, and what schemas and clients are called. */
export class GeneratedTypes {
  readonly description: DescriptionTypes;
  readonly names: TypeNames;
  readonly clients: ClientNames;

  constructor(document: OpenApiDocument, names: TypeNames, clients: ClientNames) {
    this.description = new DescriptionTypes(document);
    this.names = names;
    this.clients = clients;
  }
}

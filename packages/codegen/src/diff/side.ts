import type { OpenApiDocument, Operation, Parameter } from "../document/openapi.ts";
import { loadDescription } from "../load/load.ts";
import { understand } from "../load/malformed.ts";
import { modelClient } from "../model/client-model.ts";
import type { OperationModel } from "../model/operation.ts";
import type { ParameterModel } from "../model/parameters.ts";
import type { MethodModel } from "../model/resources.ts";
import { normalizeDescription } from "../normalize/normalize.ts";
import { type Pointers, readPointers } from "./pointers.ts";
import { Schemas } from "./schema/schemas.ts";

/** A parameter as the client has it, and what it was read from. */
export interface SideParameter extends ParameterModel {
  readonly origin: Parameter;
}

/** An operation as written, as the client has it, and where it stands. */
export interface SideOperation {
  readonly node: Operation;
  readonly model: OperationModel;
  readonly pointer: string;
  readonly parameters: readonly SideParameter[];
  /** As a method of a resource, and the name of the resource. */
  readonly method: MethodModel;
}

/** A webhook: an operation that the other side calls. */
export interface SideWebhook {
  readonly name: string;
  readonly node: Operation;
  readonly pointer: string;
  /** What comes beside the body, above all headers. */
  readonly parameters: readonly Parameter[];
}

/** A description, read the way the generator reads it, so that everything has the name that the client gives it. */
export interface Side {
  readonly document: OpenApiDocument;
  readonly schemas: Schemas;
  readonly operations: readonly SideOperation[];
  readonly webhooks: readonly SideWebhook[];
  /** Exported type of each component schema. */
  readonly typeNames: ReadonlyMap<string, string>;
  /** Where an object of the document stands. */
  pointerOf(node: object | undefined): string;
}

/** Reads a description. @throws {GenerateError} When it cannot be used. */
export async function readSide(input: string): Promise<Side> {
  const description = await understand(input, () => loadDescription(input));
  const { document } = description;
  const pointers = readPointers(document);
  return understand(input, async () => {
    normalizeDescription(description);
    return modelDescription(document, pointers);
  });
}

function modelDescription(document: OpenApiDocument, pointers: Pointers): Side {
  const model = modelClient(document, { resources: true }, () => {});
  const operations = model.operations.flatMap((operation): SideOperation[] => {
    const { node, pointer } = operation;
    const method = model.methods.get(operation);
    const parameters = operation.parameters.map((one) => ({ ...one, origin: one.node }));
    return method ? [{ node, model: operation, pointer, parameters, method }] : [];
  });
  return {
    document,
    operations,
    webhooks: model.webhooks,
    schemas: new Schemas(document, pointers),
    typeNames: new Map([...model.schemas.values()].map(({ name, typeName }) => [name, typeName])),
    pointerOf: (node) => (node && pointers.get(node)) ?? "#",
  };
}

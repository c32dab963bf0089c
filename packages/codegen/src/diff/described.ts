import {
  dereference,
  formatPointer,
  isObject,
  METHODS,
  type OpenApiDocument,
  type Operation,
  type Parameter,
  type PathItem,
  type Reference,
} from "../document/openapi.ts";
import { loadDescription } from "../load/load.ts";
import { understand } from "../load/malformed.ts";
import { modelOperation, type OperationModel, type ParameterModel } from "../model/operation.ts";
import { Pagination } from "../model/pages.ts";
import { type MethodModel, modelResources } from "../model/resources.ts";
import { TypeNames } from "../model/schema-names.ts";
import { operationNames, RUNTIME_FUNCTIONS, SHARED_NAMES } from "../names/generated-names.ts";
import { NameRegistry } from "../names/names.ts";
import { normalizeDescription } from "../normalize/normalize.ts";
import { type Pointers, readPointers } from "./pointers.ts";
import { Schemas } from "./schema/schemas.ts";

/** A parameter as the client has it, and what it was read from. */
export interface DescribedParameter extends ParameterModel {
  readonly origin: Parameter;
}

/** An operation as written, as the client has it, and where it stands. */
export interface DescribedOperation {
  readonly node: Operation;
  readonly model: OperationModel;
  readonly pointer: string;
  readonly parameters: readonly DescribedParameter[];
  /** As a method of a resource, and the name of the resource. */
  readonly method: MethodModel & { readonly resource: string };
}

/** A webhook: an operation that the other side calls. */
export interface DescribedWebhook {
  readonly name: string;
  readonly node: Operation;
  readonly pointer: string;
  /** What comes beside the body, above all headers. */
  readonly parameters: readonly Parameter[];
}

/** A description, read the way the generator reads it, so that everything has the name that the client gives it. */
export interface Described {
  readonly document: OpenApiDocument;
  readonly schemas: Schemas;
  readonly operations: readonly DescribedOperation[];
  readonly webhooks: readonly DescribedWebhook[];
  /** Exported type of each component schema. */
  readonly typeNames: ReadonlyMap<string, string>;
  /** Where an object of the document stands. */
  pointerOf(node: object | undefined): string;
}

/** Reads a description. @throws {GenerateError} When it cannot be used. */
export async function describe(input: string): Promise<Described> {
  const description = await understand(input, () => loadDescription(input));
  const { document } = description;
  const pointers = readPointers(document);
  return understand(input, async () => {
    normalizeDescription(description);
    return modelDescription(document, pointers);
  });
}

function modelDescription(document: OpenApiDocument, pointers: Pointers): Described {
  const ignore = (): void => {};
  const pagination = new Pagination(document, [], ignore);
  const models = Object.entries(document.paths ?? {}).flatMap(([path, item]) =>
    METHODS.flatMap((method) => (item[method] ? [modelOperation(document, path, method, pagination)] : [])),
  );
  const resources = modelResources(document, models, ignore);
  const methods = new Map(
    resources.flatMap(({ name, methods }) =>
      methods.map((one) => [one.operation.id, { ...one, resource: name }] as const),
    ),
  );
  const taken = [...SHARED_NAMES, ...RUNTIME_FUNCTIONS, ...models.flatMap(({ id }) => operationNames(id))];
  const operations = models.flatMap((model) => {
    const { path, method, id } = model;
    const node = document.paths?.[path]?.[method];
    const asMethod = methods.get(id);
    const pointer = formatPointer(["paths", path, method]);
    const parameters = describeParameters(document, node, model);
    return node && asMethod ? [{ node, model, pointer, parameters, method: asMethod }] : [];
  });
  return {
    document,
    operations,
    webhooks: webhooksOf(document),
    schemas: new Schemas(document, pointers),
    typeNames: new TypeNames(document, new NameRegistry(taken)).schemas,
    pointerOf: (node) => (node && pointers.get(node)) ?? "#",
  };
}

function describeParameters(
  document: OpenApiDocument,
  node: Operation | undefined,
  { parameters }: OperationModel,
): DescribedParameter[] {
  const origins = (node?.parameters ?? []).flatMap((one) => dereference<Parameter>(document, one) ?? []);
  return parameters.flatMap((model) => {
    const origin = origins.find((one) => one.in === model.in && one.name === model.name);
    return origin ? [{ ...model, origin }] : [];
  });
}

function webhooksOf(document: OpenApiDocument): DescribedWebhook[] {
  const webhooks = isObject(document.webhooks) ? document.webhooks : {};
  return Object.entries(webhooks).flatMap(([name, node]) => {
    const item = isObject(node) ? dereference<PathItem>(document, node as unknown as Reference) : undefined;
    return METHODS.flatMap((method) => {
      const operation: unknown = item?.[method];
      const pointer = formatPointer(["webhooks", name, method]);
      if (!isObject(operation)) return [];
      const node = operation as Operation;
      const parameters = [...listOf(node.parameters), ...listOf(item?.parameters)].flatMap((one) => {
        return dereference<Parameter>(document, one as Parameter) ?? [];
      });
      return [{ name, node, pointer, parameters }];
    });
  });
}

function listOf<T>(value: readonly T[] | undefined): readonly T[] {
  return Array.isArray(value) ? value : [];
}

import { METHODS, type Method, type OpenApiDocument } from "../document/openapi.ts";
import { operationNames, RUNTIME_FUNCTIONS, SHARED_NAMES } from "../names/generated-names.ts";
import { NameRegistry } from "../names/names.ts";
import type { Report } from "../problem.ts";
import { ClientNames } from "./client-names.ts";
import { exampleFinder, type FindExample } from "./examples.ts";
import { type ModuleModel, modelModules } from "./modules.ts";
import { modelOperation, type OperationModel } from "./operation.ts";
import type { PageKind } from "./page-kinds.ts";
import { Pagination } from "./pages.ts";
import { type MethodModel, modelResources, type ResourcesModel } from "./resources.ts";
import { modelSchemas, type ResolveSchema, type SchemaModels, schemaResolver } from "./schemas.ts";
import { modelSecurity, type SecuritySchemeModel } from "./security.ts";
import { defaultBaseUrl, modelServers, type ServerModel } from "./servers.ts";
import { modelTags, type TagModel } from "./tags.ts";
import { modelWebhooks, type WebhookModel } from "./webhooks.ts";

/**
 * The client that a description stands for. All that is named, gathered or recognized is so here, once: whatever writes
 * code or text reads this, and never the document.
 */
export interface ClientModel {
  readonly title: string;
  readonly description: string;
  readonly servers: readonly ServerModel[];
  /** The address that a client has unless it is given another; absent where the description names none that can be used. */
  readonly baseUrl: string | undefined;
  readonly tags: readonly TagModel[];
  readonly operations: readonly OperationModel[];
  /** The same operations by the module that their functions are in. */
  readonly modules: readonly ModuleModel[];
  /** The same operations as methods of resources; absent where no resources are wanted. */
  readonly resources: ResourcesModel | undefined;
  /** Methods of resources by operation. */
  readonly methods: ReadonlyMap<OperationModel, MethodModel>;
  readonly webhooks: readonly WebhookModel[];
  /** Component schemas by name. */
  readonly schemas: SchemaModels;
  readonly securitySchemes: readonly SecuritySchemeModel[];
  /** Names of the clients that operations take where more than one will do. */
  readonly clients: ClientNames;
  /** Finds the schema that a node stands for. */
  readonly schema: ResolveSchema;
  /** Finds the example that a parameter, a media type or a schema gives. */
  readonly example: FindExample;
}

/** What the model depends on beside the description. */
export interface ModelSettings {
  /** Kinds of pages beside those of the description; they come first. @default [] */
  readonly pagination?: readonly PageKind[];
  /** Whether resources are wanted; their classes take names that others would have. @default false */
  readonly resources?: boolean;
}

/** The order in which functions of a path follow each other: by the name of the method. */
const SORTED_METHODS: readonly Method[] = [...METHODS].sort();

/**
 * Makes the model of a normalized document.
 *
 * @param document The document; not changed by it.
 * @param settings Kinds of pages, and whether resources are wanted.
 * @param report Takes what was decided where a description leaves a choice, such as a name that was taken.
 */
export function modelClient(document: OpenApiDocument, settings: ModelSettings, report: Report): ClientModel {
  const { pagination = [], resources: wantsResources = false } = settings;
  const schema = schemaResolver(document);
  const kinds = new Pagination(pagination, document["x-sdk-pagination"], schema, report);
  const operations = Object.entries(document.paths ?? {}).flatMap(([path, item]) => {
    const methods = SORTED_METHODS.filter((method) => item[method] !== undefined);
    return methods.map((method) => modelOperation(document, path, method, kinds));
  });
  const tags = modelTags(document);
  // In this order they take their names: who comes later gets another where two want the same.
  const exported = new NameRegistry([
    ...SHARED_NAMES,
    ...RUNTIME_FUNCTIONS,
    ...operations.flatMap(({ id }) => operationNames(id)),
  ]);
  const schemas = modelSchemas(document, exported, report);
  const clients = new ClientNames(document, operations, exported, report);
  const modules = modelModules(operations, tags, report);
  const securitySchemes = modelSecurity(document, exported, report);
  const resources = wantsResources
    ? modelResources(operations, { tags, resolve: schema, exported, report })
    : undefined;
  const methods = resources?.resources.flatMap((resource) => resource.methods) ?? [];
  return {
    title: String(document.info?.title ?? ""),
    description: String(document.info?.description ?? ""),
    servers: modelServers(document),
    baseUrl: defaultBaseUrl(document),
    tags,
    operations,
    modules,
    resources,
    methods: new Map(methods.map((method) => [method.operation, method])),
    webhooks: modelWebhooks(document),
    schemas,
    securitySchemes,
    clients,
    schema,
    example: exampleFinder(document),
  };
}

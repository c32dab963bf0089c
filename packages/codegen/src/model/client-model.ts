import { METHODS, type Method, type OpenApiDocument } from "../document/openapi.ts";
import { operationNames, RUNTIME_FUNCTIONS, SHARED_NAMES } from "../names/generated-names.ts";
import { NameRegistry } from "../names/names.ts";
import type { Report } from "../problem.ts";
import { ClientNames } from "./client-names.ts";
import { exampleFinder, type FindExample } from "./examples.ts";
import { type ModuleModel, modelModules } from "./modules.ts";
import { modelOperation, type OperationModel } from "./operation.ts";
import { Pagination } from "./pages.ts";
import type { PaginationStyle } from "./pagination-styles.ts";
import { type MethodModel, modelResources, type ResourcesModel } from "./resources.ts";
import { modelSchemas, type ResolveSchema, type SchemaModels, schemaResolver } from "./schemas.ts";
import { modelSecurity, type SecuritySchemeModel } from "./security.ts";
import { defaultBaseUrl, modelServers, type ServerModel } from "./servers.ts";
import { modelTags, type TagModel } from "./tags.ts";
import { modelWebhooks, type WebhookModel } from "./webhooks.ts";

/**
 * The client that a description defines. Emitters, documentation and diff read this model, and never the document, so
 * that every name and every default is decided once.
 */
export interface ClientModel {
  readonly title: string;
  readonly description: string;
  readonly servers: readonly ServerModel[];
  /** The default base URL; absent if the description has no absolute http(s) URL. */
  readonly baseUrl: string | undefined;
  readonly tags: readonly TagModel[];
  readonly operations: readonly OperationModel[];
  /** The same operations, grouped by module. */
  readonly modules: readonly ModuleModel[];
  /** The same operations as methods of resources; absent without the setting `resources`. */
  readonly resources: ResourcesModel | undefined;
  /** Methods of resources by operation. */
  readonly methods: ReadonlyMap<OperationModel, MethodModel>;
  readonly webhooks: readonly WebhookModel[];
  /** Component schemas by name. */
  readonly schemas: SchemaModels;
  readonly securitySchemes: readonly SecuritySchemeModel[];
  /** Names for unions of clients. */
  readonly clients: ClientNames;
  /** Resolves the references of a schema. */
  readonly schema: ResolveSchema;
  /** Finds the example of a parameter, a media type or a schema. */
  readonly example: FindExample;
}

/** Settings that change the model. */
export interface ModelSettings {
  /** Pagination styles that are tried before those of the description. @default [] */
  readonly pagination?: readonly PaginationStyle[];
  /** Whether to model resources. Their classes may take names from other exports. @default false */
  readonly resources?: boolean;
}

/** Functions of one path are sorted by their HTTP method. */
const SORTED_METHODS: readonly Method[] = [...METHODS].sort();

/**
 * Builds the model of a normalized document. Does not change the document.
 *
 * @param report - receives a warning for each conflict, such as a name that is taken
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
  // The order decides conflicts: if two exports want the same name, the later one gets another.
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

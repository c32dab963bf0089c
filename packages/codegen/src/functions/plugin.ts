import { formatPointer, METHODS, type Method } from "../description/openapi.ts";
import type { MethodPlace } from "../docs/context.ts";
import { docsPages } from "../docs/docs.ts";
import { clientModule, defaultBaseUrl } from "../emit/client-module.ts";
import { indexModule } from "../emit/index-module.ts";
import { operationsModule } from "../emit/operations-module.ts";
import { PageData } from "../emit/page-data.ts";
import { paginateModule } from "../emit/paginate-module.ts";
import { resourcesModule } from "../emit/resources-module.ts";
import { schemasModule } from "../emit/schemas-module.ts";
import { securityModule, syncClientsModule } from "../emit/security-module.ts";
import { syncIndex, syncModule } from "../emit/sync-module.ts";
import { TypeNames } from "../emit/type-names.ts";
import { kebabCase, NameRegistry } from "../names.ts";
import { modelOperation, type OperationModel } from "../operation-model.ts";
import { operationNames, RUNTIME_FUNCTIONS, SHARED_NAMES } from "../operation-names.ts";
import { Pagination } from "../pagination/pages-model.ts";
import { modelResources, type ResourceModel } from "../resource-model.ts";
import { ClientNames } from "../types/client-names.ts";
import { GeneratedTypes } from "../types/generated-types.ts";
import { openapiModule } from "../types/openapi-module.ts";
import type { FunctionsConfig, FunctionsPlugin } from "./types.ts";

/** Walks the operations and writes one module for each tag, and the modules that they share. */
export const handler: FunctionsPlugin["Handler"] = ({ plugin }) => {
  const { document, runtime, resources: wantsResources, pagination, sync, docs, emit, report } = plugin.config;
  const kinds = new Pagination(document, pagination, report);
  const models: OperationModel[] = [];
  plugin.forEach("operation", ({ operation }) => {
    if (isMethod(operation.method)) models.push(modelOperation(document, operation.path, operation.method, kinds));
  });

  const taken = [...SHARED_NAMES, ...RUNTIME_FUNCTIONS, ...models.flatMap(({ id }) => operationNames(id))];
  const exported = new NameRegistry(taken);
  const names = new TypeNames(document, exported);
  for (const { wanted, name, schema } of names.renamed) {
    const message = `The name ${wanted} is taken; the schema ${JSON.stringify(schema)} is named ${name}.`;
    report({ level: "warning", message, pointer: formatPointer(["components", "schemas", schema]) });
  }
  const types = new GeneratedTypes(document, names, new ClientNames(document, models, exported, report));
  emit("openapi.gen.ts", openapiModule(types));
  const modules = modulesByTag(models, report);
  for (const [file, operations] of modules) {
    emit(`operations/${file}.gen.ts`, operationsModule(operations, types, runtime));
    if (!sync) continue;
    const twins = syncModule(file, operations, types, runtime);
    emit(`sync/${twins.file}.gen.ts`, twins.code);
  }
  if (sync && modules.size > 0) emit("sync/index.gen.ts", syncIndex(modules, [...types.clients.types.keys()]));
  const syncClients = sync ? syncClientsModule(types, runtime) : undefined;
  if (syncClients !== undefined) emit("sync-clients.gen.ts", syncClients);

  const security = securityModule(document, { exported, types, runtime, report });
  if (security.code !== undefined) emit("security.gen.ts", security.code);
  const client = clientModule(document, runtime);
  if (client !== undefined) emit("client.gen.ts", client);
  const schemas = schemasModule(document, types);
  if (schemas !== undefined) emit("schemas.gen.ts", schemas);
  const pageData = new PageData(models);
  const paginate = paginateModule(models, pageData, runtime);
  if (paginate !== undefined) emit("paginate.gen.ts", paginate);
  const groups = wantsResources ? modelResources(document, models, report) : [];
  const resources = wantsResources
    ? resourcesModule(groups, { modules, pageData, exported, types, runtime, report })
    : undefined;
  if (resources) emit("resources.gen.ts", resources.code);
  const has = { hasClient: client !== undefined, hasPages: paginate !== undefined };
  const credentials = security.credentials.map(({ name }) => name);
  emit("index.gen.ts", indexModule({ modules, ...has, credentials, types, resources }));
  if (!docs) return;
  const pages = docsPages({
    ...{ document, modules, names, runtime, settings: docs },
    baseUrl: defaultBaseUrl(document),
    hasTwins: sync,
    credentials: security.credentials,
    methods: methodPlaces(groups),
    rootClass: resources?.classes[0],
  });
  for (const [file, text] of pages) emit(file, text);
};

function methodPlaces(groups: readonly ResourceModel[]): Map<OperationModel, MethodPlace> {
  const places = groups.flatMap(({ name, methods }) => methods.map((method) => ({ resource: name, method })));
  return new Map(places.map((place) => [place.method.operation, place]));
}

function isMethod(method: string): method is Method {
  return METHODS.some((known) => known === method);
}

/** Operations by the file name of their first tag; without a tag they go to `default`. */
function modulesByTag(
  models: readonly OperationModel[],
  report: FunctionsConfig["report"],
): Map<string, OperationModel[]> {
  const fileOf = new Map<string | undefined, string>();
  const files = new NameRegistry();
  const modules = new Map<string, OperationModel[]>();
  for (const model of models) {
    const { tag } = model;
    let file = fileOf.get(tag);
    if (file === undefined) {
      const wanted = kebabCase(tag ?? "default");
      file = files.take(wanted);
      fileOf.set(tag, file);
      if (file !== wanted) {
        const where = tag === undefined ? "what has no tag" : `the tag ${JSON.stringify(tag)}`;
        const message = `The module ${wanted} is taken by a tag of nearly the same name; ${where} goes to ${file}.`;
        report({ level: "warning", message, pointer: formatPointer(["paths", model.path, model.method, "tags"]) });
      }
    }
    modules.set(file, [...(modules.get(file) ?? []), model]);
  }
  return modules;
}

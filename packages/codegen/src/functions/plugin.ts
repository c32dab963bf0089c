import type { MethodPlace } from "../docs/context.ts";
import { docsPages } from "../docs/docs.ts";
import { formatPointer, METHODS, type Method } from "../document/openapi.ts";
import { clientModule, defaultBaseUrl } from "../emit/client-module.ts";
import { indexModule } from "../emit/index-module.ts";
import { operationsModule } from "../emit/operations-module.ts";
import { PageData } from "../emit/page-data.ts";
import { paginateModule } from "../emit/paginate-module.ts";
import { resourcesModule } from "../emit/resources-module.ts";
import { schemasModule } from "../emit/schemas-module.ts";
import { securityModule } from "../emit/security-module.ts";
import { syncIndex, syncModule } from "../emit/sync-module.ts";
import { modelOperation, type OperationModel } from "../model/operation.ts";
import { Pagination } from "../model/pages.ts";
import { modelResources, type ResourceModel } from "../model/resources.ts";
import { TypeNames } from "../model/schema-names.ts";
import { operationNames, RUNTIME_FUNCTIONS, SHARED_NAMES } from "../names/generated-names.ts";
import { kebabCase, NameRegistry } from "../names/names.ts";
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
  const modules = modulesByTag(models, report);
  for (const [file, operations] of modules) {
    emit(`operations/${file}.gen.ts`, operationsModule(operations, names, runtime));
    if (!sync) continue;
    const twins = syncModule(file, operations, names, runtime);
    emit(`sync/${twins.file}.gen.ts`, twins.code);
  }
  if (sync && modules.size > 0) emit("sync/index.gen.ts", syncIndex(modules));

  const security = securityModule(document, { exported, names, runtime, report });
  if (security.credentials.length > 0) emit("security.gen.ts", security.code);
  const client = clientModule(document, runtime);
  if (client !== undefined) emit("client.gen.ts", client);
  const schemas = schemasModule(document, names);
  if (schemas !== undefined) emit("schemas.gen.ts", schemas);
  const pageData = new PageData(models);
  const paginate = paginateModule(models, pageData, runtime);
  if (paginate !== undefined) emit("paginate.gen.ts", paginate);
  const groups = wantsResources ? modelResources(document, models, report) : [];
  const resources = wantsResources
    ? resourcesModule(groups, { modules, pageData, exported, names, runtime, report })
    : undefined;
  if (resources) emit("resources.gen.ts", resources.code);
  const has = { hasClient: client !== undefined, hasPages: paginate !== undefined };
  const credentials = security.credentials.map(({ name }) => name);
  emit("index.gen.ts", indexModule({ modules, ...has, credentials, names, resources }));
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

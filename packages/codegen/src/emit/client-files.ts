import type { ClientModel } from "../model/client-model.ts";
import type { DescriptionTypes } from "../types/description-types.ts";
import { openapiModule } from "../types/openapi-module.ts";
import { clientModule } from "./client-module.ts";
import type { EmitContext } from "./context.ts";
import { indexModule } from "./index-module.ts";
import { operationsModule } from "./operations-module.ts";
import { PageData } from "./page-data.ts";
import { paginateModule } from "./paginate-module.ts";
import { resourcesModule } from "./resources-module.ts";
import { schemasModule } from "./schemas-module.ts";
import { securityModule, syncClientsModule } from "./security-module.ts";
import { syncFile, syncIndex, syncModule } from "./sync-module.ts";

/** Settings of the emitters. */
export interface EmitSettings {
  /** Module that generated code imports the runtime from. */
  readonly runtime: string;
  /** Whether to emit blocking variants. */
  readonly sync: boolean;
}

/** Emits the modules of a client. Returns code by path within the output folder. */
export function clientFiles(
  model: ClientModel,
  types: DescriptionTypes,
  { runtime, sync }: EmitSettings,
): Map<string, string> {
  const context: EmitContext = { model, types, runtime };
  const { baseUrl, clients, modules, operations, resources, schemas, securitySchemes } = model;
  const files = new Map([["openapi.gen.ts", openapiModule(types, schemas)]]);
  for (const module of modules) files.set(`operations/${module.file}.gen.ts`, operationsModule(module, context));
  if (sync && modules.length > 0) {
    for (const module of modules) files.set(`sync/${syncFile(module)}.gen.ts`, syncModule(module, context));
    files.set("sync/index.gen.ts", syncIndex(modules, [...clients.types.keys()]));
    const syncClients = syncClientsModule(context);
    if (syncClients !== undefined) files.set("sync-clients.gen.ts", syncClients);
  }
  const credentials = securitySchemes.flatMap(({ credential }) => credential ?? []);
  const security = securityModule(credentials, context);
  if (security !== undefined) files.set("security.gen.ts", security);
  if (baseUrl !== undefined) files.set("client.gen.ts", clientModule(baseUrl, runtime));
  if (schemas.size > 0) files.set("schemas.gen.ts", schemasModule(schemas, types));
  const pageData = new PageData(operations);
  const paginate = paginateModule(operations, pageData, runtime);
  if (paginate !== undefined) files.set("paginate.gen.ts", paginate);
  if (resources) files.set("resources.gen.ts", resourcesModule(resources, pageData, context));
  files.set("index.gen.ts", indexModule(model));
  return files;
}

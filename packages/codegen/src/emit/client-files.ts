import type { ClientModel } from "../model/client-model.ts";
import { clientModule } from "./client-module.ts";
import type { EmitContext } from "./context.ts";
import { indexModule } from "./index-module.ts";
import { operationsModule } from "./operations-module.ts";
import { PageData } from "./page-data.ts";
import { paginateModule } from "./paginate-module.ts";
import { resourcesModule } from "./resources-module.ts";
import { schemasModule } from "./schemas-module.ts";
import { securityModule } from "./security-module.ts";
import { syncFile, syncIndex, syncModule } from "./sync-module.ts";

/** How the modules of a client are wanted. */
export interface EmitSettings {
  /** Module that generated code imports the runtime from. */
  readonly runtime: string;
  /** Whether blocking twins are wanted. */
  readonly sync: boolean;
}

/** The modules of a client but for that of its types: code by path within the output folder. */
export function clientFiles(model: ClientModel, { runtime, sync }: EmitSettings): Map<string, string> {
  const context: EmitContext = { model, runtime };
  const { baseUrl, modules, operations, resources, schemas, securitySchemes } = model;
  const files = new Map<string, string>();
  for (const module of modules) files.set(`operations/${module.file}.gen.ts`, operationsModule(module, context));
  if (sync && modules.length > 0) {
    for (const module of modules) files.set(`sync/${syncFile(module)}.gen.ts`, syncModule(module, context));
    files.set("sync/index.gen.ts", syncIndex(modules));
  }
  const credentials = securitySchemes.flatMap(({ credential }) => credential ?? []);
  if (credentials.length > 0) files.set("security.gen.ts", securityModule(credentials, context));
  if (baseUrl !== undefined) files.set("client.gen.ts", clientModule(baseUrl, runtime));
  if (schemas.size > 0) files.set("schemas.gen.ts", schemasModule(schemas));
  const pageData = new PageData(operations);
  const paginate = paginateModule(operations, pageData, runtime);
  if (paginate !== undefined) files.set("paginate.gen.ts", paginate);
  if (resources) files.set("resources.gen.ts", resourcesModule(resources, pageData, context));
  files.set("index.gen.ts", indexModule(model));
  return files;
}

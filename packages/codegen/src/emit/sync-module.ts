import { syncClientName } from "../model/client-names.ts";
import type { ModuleModel } from "../model/modules.ts";
import type { OperationModel } from "../model/operation.ts";
import { paramsName, resultName } from "../names/generated-names.ts";
import { docComment, fitLine, HEADER, quote, sortNames } from "../typescript/code.ts";
import { syncClientType } from "./client-type.ts";
import type { EmitContext } from "./context.ts";
import { ModuleImports } from "./module-imports.ts";
import { deprecatedTag, outcomeTags } from "./operation-functions.ts";
import { dataType } from "./result-type.ts";

/** The alias cannot collide, because the names of all blocking variants end in `Sync`. */
const CALL = "callSync as call";

/** Emits the blocking variants of a tag's functions. Each calls its function in a worker and waits for the result. */
export function syncModule({ file, operations }: ModuleModel, context: EmitContext): string {
  const imports = new ModuleImports(context);
  imports.runtimeValue(CALL);
  const parts = operations.map((operation) => syncFunctions(operation, file, imports));
  return [HEADER, "", imports.print(`${context.runtime}/sync`, ".."), ...parts].join("\n");
}

/** Emits the index of all blocking variants. */
export function syncIndex(modules: readonly ModuleModel[], clients: readonly string[]): string {
  const lines = [...modules].sort(byFile).map((module) => {
    const names = module.operations.flatMap(({ id }) => [`${id}Sync`, `${id}DetailedSync`]);
    return fitLine("export {", sortNames(names), `} from ${quote(`./${syncFile(module)}.gen.js`)};`);
  });
  const types = sortNames(clients.map(syncClientName));
  if (types.length > 0) lines.unshift(fitLine("export type {", types, `} from "../sync-clients.gen.js";`));
  return `${HEADER}\n\n${lines.join("")}`;
}

/** Returns the file name of a tag's blocking variants. A tag may have the name of the index. */
export function syncFile({ file }: ModuleModel): string {
  return file === "index" ? "index_" : file;
}

const byFile = (a: ModuleModel, b: ModuleModel): number => (a.file < b.file ? -1 : 1);

function syncFunctions(model: OperationModel, file: string, imports: ModuleImports): string {
  const { id, summary, parameters, body } = model;
  const optional = parameters.some(({ required }) => required) || body?.required ? "" : "?";
  const signature = `  client: ${syncClientType(model, imports)},
  params${optional}: ${imports.operation(file, paramsName(id), "type")},
  options?: ${imports.runtimeType("SyncRequestOptions")},
`;
  const result = imports.operation(file, resultName(id), "type");
  const data = dataType(model, imports);
  const comment = (callee: string, tags: readonly string[]): string =>
    docComment([summary, `Blocking variant of \`${callee}\`.`], [...deprecatedTag(model), ...tags]);
  return `${comment(id, outcomeTags(model))}export function ${id}Sync(
${signature}): ${data} {
  ${data === "void" ? "" : "return "}call(client, ${quote(id)}, params, options);
}

${comment(`${id}Detailed`, [])}export function ${id}DetailedSync(
${signature}): ${result} {
  return call(client, ${quote(`${id}Detailed`)}, params, options);
}
`;
}

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

/** Imported under a name that no twin has, for all of theirs end in `Sync`. */
const CALL = "callSync as call";

/** The blocking twins of the functions of a tag: each calls the function of a name in a worker, and waits for it. */
export function syncModule({ file, operations }: ModuleModel, context: EmitContext): string {
  const imports = new ModuleImports(context);
  imports.runtimeValue(CALL);
  const parts = operations.map((operation) => syncFunctions(operation, file, imports));
  return [HEADER, "", imports.print(`${context.runtime}/sync`, ".."), ...parts].join("\n");
}

/** The index of all blocking twins. */
export function syncIndex(modules: readonly ModuleModel[], clients: readonly string[]): string {
  const lines = [...modules].sort(byFile).map((module) => {
    const twins = module.operations.flatMap(({ id }) => [`${id}Sync`, `${id}DetailedSync`]);
    return fitLine("export {", sortNames(twins), `} from ${quote(`./${syncFile(module)}.gen.js`)};`);
  });
  const types = sortNames(clients.map(syncClientName));
  if (types.length > 0) lines.unshift(fitLine("export type {", types, `} from "../sync-clients.gen.js";`));
  return `${HEADER}\n\n${lines.join("")}`;
}

/** Name of the file of twins. A tag may be called like the index. */
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
  const comment = (twin: string, tags: readonly string[]): string =>
    docComment([summary, `Blocks until \`${twin}\` is done.`], [...deprecatedTag(model), ...tags]);
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

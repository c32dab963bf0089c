import type { OperationModel } from "../operation-model.ts";
import { paramsName, resultName } from "../operation-names.ts";
import { syncClientName } from "../types/client-names.ts";
import type { GeneratedTypes } from "../types/generated-types.ts";
import { syncClientType } from "./client-type.ts";
import { docComment, fitLine, HEADER, quote, sortNames } from "./code.ts";
import { ModuleImports } from "./module-imports.ts";
import { deprecatedTag, outcomeTags } from "./operation-functions.ts";
import { dataType } from "./result-type.ts";

/** Imported under a name that no twin has, for all of theirs end in `Sync`. */
const CALL = "callSync as call";

/** The blocking twins of the functions of a tag: each calls the function of a name in a worker, and waits for it. */
export function syncModule(
  file: string,
  models: readonly OperationModel[],
  types: GeneratedTypes,
  runtime: string,
): { readonly file: string; readonly code: string } {
  const imports = new ModuleImports(types);
  imports.runtimeValue(CALL);
  const parts = models.map((model) => syncFunctions(model, file, imports));
  const code = [HEADER, "", imports.print(`${runtime}/sync`, ".."), ...parts].join("\n");
  return { file: syncFile(file), code };
}

/** The index of all blocking twins. */
export function syncIndex(modules: ReadonlyMap<string, readonly OperationModel[]>, clients: readonly string[]): string {
  const lines = [...modules].sort(byFile).map(([file, models]) => {
    const twins = models.flatMap(({ id }) => [`${id}Sync`, `${id}DetailedSync`]);
    return fitLine("export {", sortNames(twins), `} from ${quote(`./${syncFile(file)}.gen.js`)};`);
  });
  const types = sortNames(clients.map(syncClientName));
  if (types.length > 0) lines.unshift(fitLine("export type {", types, `} from "../sync-clients.gen.js";`));
  return `${HEADER}\n\n${lines.join("")}`;
}

const byFile = ([a]: [string, unknown], [b]: [string, unknown]): number => (a < b ? -1 : 1);

/** A tag may be called like the index. */
function syncFile(file: string): string {
  return file === "index" ? "index_" : file;
}

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

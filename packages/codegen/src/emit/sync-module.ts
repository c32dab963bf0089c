import type { OperationModel } from "../model/operation.ts";
import type { TypeNames } from "../model/schema-names.ts";
import { paramsName, resultName } from "../names/generated-names.ts";
import { docComment, fitLine, HEADER, quote, sortNames } from "../typescript/code.ts";
import { ModuleImports } from "./module-imports.ts";
import { clientType, outcomeTags } from "./operation-functions.ts";
import { dataType } from "./result-type.ts";

/** Imported under a name that no twin has, for all of theirs end in `Sync`. */
const CALL = "callSync as call";

/** The blocking twins of the functions of a tag: each calls the function of a name in a worker, and waits for it. */
export function syncModule(
  file: string,
  models: readonly OperationModel[],
  names: TypeNames,
  runtime: string,
): { readonly file: string; readonly code: string } {
  const imports = new ModuleImports(names);
  imports.runtimeValue(CALL);
  const parts = models.map((model) => syncFunctions(model, file, imports));
  const code = [HEADER, "", imports.print(`${runtime}/sync`, ".."), ...parts].join("\n");
  return { file: syncFile(file), code };
}

/** The index of all blocking twins. */
export function syncIndex(modules: ReadonlyMap<string, readonly OperationModel[]>): string {
  const lines = [...modules].sort(byFile).map(([file, models]) => {
    const twins = models.flatMap(({ id }) => [`${id}Sync`, `${id}DetailedSync`]);
    return fitLine("export {", sortNames(twins), `} from ${quote(`./${syncFile(file)}.gen.js`)};`);
  });
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
  const signature = `  client: ${clientType(model, imports, "SyncClient")},
  params${optional}: ${imports.operation(file, paramsName(id), "type")},
  options?: ${imports.runtimeType("SyncRequestOptions")},
`;
  const result = imports.operation(file, resultName(id), "type");
  const data = dataType(model, imports);
  const comment = (twin: string, tags: readonly string[]): string =>
    docComment(
      [summary, `Blocks until \`${twin}\` is done.`],
      [...(model.deprecated ? ["@deprecated"] : []), ...ARGUMENTS, ...tags],
    );
  return `${comment(id, outcomeTags(model))}export function ${id}Sync(
${signature}): ${data} {
  ${data === "void" ? "" : "return "}call(client, ${quote(id)}, params, options);
}

${comment(`${id}Detailed`, ["@returns The response, told apart by `status` and `ok`."])}export function ${id}DetailedSync(
${signature}): ${result} {
  return call(client, ${quote(`${id}Detailed`)}, params, options);
}
`;
}

const ARGUMENTS = [
  "@param client Carries the base URL and the credentials.",
  "@param params Parameters and body.",
  "@param options For this call only.",
];

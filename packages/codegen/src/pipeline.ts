import { createClient } from "@hey-api/openapi-ts";
import { PAGES_FOLDER } from "./docs/docs.ts";
import { METHODS, type OpenApiDocument } from "./document/openapi.ts";
import { defineFunctions, type FunctionsConfig } from "./functions/index.ts";
import { type LoadedDescription, loadDescription } from "./load/load.ts";
import { understand } from "./load/malformed.ts";
import { normalizeDescription } from "./normalize/normalize.ts";
import type { GenerateOptions } from "./options.ts";
import { formatFiles } from "./output/format.ts";
import { docsFolder, type GeneratedFiles } from "./output/output.ts";
import type { Problem } from "./problem.ts";
import { printOpenApiTypes } from "./types/openapi-types.ts";

/** What the pipeline made, and what it was made from. */
export interface PipelineResult {
  readonly files: GeneratedFiles;
  readonly sources: LoadedDescription["sources"];
  readonly problems: readonly Problem[];
}

/**
 * load → bundle → repair → functions, types → format. Writes nothing. All in one thread: TypeScript, which both engines
 * are built on, takes longer to load than they to print.
 *
 * @throws {GenerateError} When the description cannot be used.
 */
export async function runPipeline(options: GenerateOptions): Promise<PipelineResult> {
  const {
    input,
    runtime = "@keynest/runtime",
    resources = false,
    sync = false,
    docs,
    pagination = [],
    format,
    signal,
    beforeWriting,
  } = options;
  const description = await understand(input, () => loadDescription(input));
  const problems: Problem[] = [];
  const raw = await understand(input, async (): Promise<GeneratedFiles> => {
    problems.push(...normalizeDescription(description));
    const settings = { runtime, resources, sync, docs, pagination };
    const functions = await printFunctions(description, settings, problems);
    return new Map([["openapi.gen.ts", printOpenApiTypes(description.document)], ...functions]);
  });
  if (format) beforeWriting?.();
  const formatted = format ? await formatFiles(raw, format, signal) : raw;
  const files = new Map([...formatted].map(([file, text]) => [placeOf(file, options), text]));
  return { files, sources: description.sources, problems };
}

/** Pages have a folder of their own, which may stand outside of the output folder. */
function placeOf(file: string, options: GenerateOptions): string {
  return file.startsWith(PAGES_FOLDER) ? file.replace(PAGES_FOLDER, () => docsFolder(options) ?? "") : file;
}

/** Runs @hey-api/openapi-ts with the plugin, which hands the files over instead of letting it write them. */
async function printFunctions(
  { document, locate }: LoadedDescription,
  settings: Pick<FunctionsConfig, "runtime" | "resources" | "sync" | "docs" | "pagination">,
  problems: Problem[],
): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  const plugin = defineFunctions({
    document,
    ...settings,
    emit: (file, text) => files.set(file, text),
    report: (problem) => problems.push({ ...problem, ...(problem.pointer && locate(problem.pointer)) }),
  });
  await createClient({
    dryRun: true,
    input: outline(document),
    logs: { level: "silent", file: false },
    output: { path: "unused" },
    plugins: [plugin],
  });
  return files;
}

/**
 * The operations and their names, which is all that the plugin asks hey-api for. hey-api rewrites its input and reads
 * all of it: what it does not need cannot fail, or take time.
 */
function outline({ openapi, paths }: OpenApiDocument): Record<string, unknown> {
  const items = Object.entries(paths ?? {}).map(([path, item]) => {
    const operations = METHODS.flatMap((method) => {
      const operationId = item[method]?.operationId;
      return operationId ? [[method, { operationId, responses: { default: { description: "" } } }]] : [];
    });
    return [path, Object.fromEntries(operations)];
  });
  return { openapi, info: { title: "", version: "" }, paths: Object.fromEntries(items) };
}

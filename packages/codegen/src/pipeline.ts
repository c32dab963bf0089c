import { docsPages, PAGES_FOLDER } from "./docs/docs.ts";
import type { OpenApiDocument } from "./document/openapi.ts";
import { clientFiles } from "./emit/client-files.ts";
import { hostPlugins } from "./hey-api/host-plugins.ts";
import { type LoadedDescription, loadDescription } from "./load/load.ts";
import { understand } from "./load/malformed.ts";
import { modelClient } from "./model/client-model.ts";
import { normalizeDescription } from "./normalize/normalize.ts";
import type { GenerateOptions } from "./options.ts";
import { formatFiles } from "./output/format.ts";
import { docsFolder, type GeneratedFiles } from "./output/output.ts";
import type { Problem, Report } from "./problem.ts";
import { DescriptionTypes } from "./types/description-types.ts";

/** What the pipeline made, and what it was made from. */
export interface PipelineResult {
  readonly files: GeneratedFiles;
  readonly sources: LoadedDescription["sources"];
  readonly problems: readonly Problem[];
}

/** What decides the files; where they go, and how they are written, is another matter. */
type FilesOptions = Pick<
  GenerateOptions,
  "input" | "runtime" | "resources" | "sync" | "docs" | "pagination" | "plugins"
>;

/**
 * Makes the files, and formats them. Writes nothing.
 *
 * @throws {GenerateError} When the description cannot be used.
 */
export async function runPipeline(options: GenerateOptions): Promise<PipelineResult> {
  const { format, signal, beforeWriting } = options;
  const made = await generateFiles(options);
  if (format) beforeWriting?.();
  const formatted = format ? await formatFiles(made.files, format, signal) : made.files;
  return { ...made, files: new Map([...formatted].map(([file, text]) => [placeOf(file, options), text])) };
}

/**
 * load → normalize → model → emit, docs and plugins. All in one thread: TypeScript, which the engine of types is built
 * on, takes longer to load than it to print.
 *
 * @returns The files as they are printed; pages of documentation are below {@link PAGES_FOLDER}.
 * @throws {GenerateError} When the description cannot be used.
 */
export async function generateFiles(options: FilesOptions): Promise<PipelineResult> {
  const { input, plugins = [] } = options;
  const description = await understand(input, () => loadDescription(input));
  const { document, locate, sources } = description;
  const problems: Problem[] = [];
  const report: Report = (problem) => {
    problems.push({ ...problem, ...(problem.pointer && locate(problem.pointer)) });
  };
  const files = await understand(input, async () => {
    problems.push(...normalizeDescription(description));
    const hosted = plugins.length > 0 ? await hostPlugins(document, plugins) : new Map<string, string>();
    return new Map([...printFiles(document, options, report), ...hosted]);
  });
  return { files, sources, problems };
}

function printFiles(document: OpenApiDocument, options: FilesOptions, report: Report): GeneratedFiles {
  const { runtime = "@keynest/runtime", sync = false, docs } = options;
  const model = modelClient(document, options, report);
  const client = clientFiles(model, new DescriptionTypes(document), { runtime, sync });
  const pages = docs ? docsPages({ model, settings: docs, runtime, hasTwins: sync }) : new Map<string, string>();
  return new Map([...client, ...pages]);
}

/** Pages have a folder of their own, which may stand outside of the output folder. */
function placeOf(file: string, options: GenerateOptions): string {
  return file.startsWith(PAGES_FOLDER) ? file.replace(PAGES_FOLDER, () => docsFolder(options) ?? "") : file;
}

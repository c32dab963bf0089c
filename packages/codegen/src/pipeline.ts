import { docsPages, PAGES_FOLDER } from "./docs/docs.ts";
import type { OpenApiDocument } from "./document/openapi.ts";
import { clientFiles } from "./emit/client-files.ts";
import { hostPlugins } from "./hey-api/host-plugins.ts";
import { type LoadedDescription, loadDescription } from "./load/load.ts";
import { reportMalformed } from "./load/malformed.ts";
import { modelClient } from "./model/client-model.ts";
import { normalizeDescription } from "./normalize/normalize.ts";
import type { GenerateOptions } from "./options.ts";
import { formatFiles } from "./output/format.ts";
import { docsFolder, type GeneratedFiles } from "./output/output.ts";
import type { Problem, Report } from "./problem.ts";
import { DescriptionTypes } from "./types/description-types.ts";

/** Output of the pipeline, with the sources that it was made from. */
export interface PipelineResult {
  readonly files: GeneratedFiles;
  readonly sources: LoadedDescription["sources"];
  readonly problems: readonly Problem[];
}

/** The options that determine the contents of the files. */
type FilesOptions = Pick<
  GenerateOptions,
  "input" | "runtime" | "resources" | "sync" | "docs" | "pagination" | "plugins"
>;

/**
 * Generates and formats the files, without writing to the output folder.
 *
 * @throws {GenerateError} if the description is invalid or the formatter fails
 */
export async function runPipeline(options: GenerateOptions): Promise<PipelineResult> {
  const { format, signal, beforeWriting } = options;
  const made = await generateFiles(options);
  if (format) beforeWriting?.();
  const formatted = format ? await formatFiles(made.files, format, signal) : made.files;
  return { ...made, files: new Map([...formatted].map(([file, text]) => [outputPath(file, options), text])) };
}

/**
 * Generates the files: load → normalize → model → emit, docs and plugins. A second thread would not be faster, because
 * it would have to load TypeScript again.
 *
 * @returns the unformatted files; documentation pages are below {@link PAGES_FOLDER}
 * @throws {GenerateError} if the description is invalid
 */
export async function generateFiles(options: FilesOptions): Promise<PipelineResult> {
  const { input, plugins = [] } = options;
  const description = await reportMalformed(input, () => loadDescription(input));
  const { document, locate, sources } = description;
  const problems: Problem[] = [];
  const report: Report = (problem) => {
    problems.push({ ...problem, ...(problem.pointer && locate(problem.pointer)) });
  };
  const files = await reportMalformed(input, async () => {
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
  const pages = docs
    ? docsPages({ model, settings: docs, runtime, hasBlockingVariants: sync })
    : new Map<string, string>();
  return new Map([...client, ...pages]);
}

/** Moves documentation pages to their own folder, which may be outside of the output folder. */
function outputPath(file: string, options: GenerateOptions): string {
  return file.startsWith(PAGES_FOLDER) ? file.replace(PAGES_FOLDER, () => docsFolder(options) ?? "") : file;
}

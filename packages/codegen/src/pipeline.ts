import { docsPages, PAGES_FOLDER } from "./docs/docs.ts";
import type { OpenApiDocument } from "./document/openapi.ts";
import { clientFiles } from "./emit/client-files.ts";
import { type LoadedDescription, loadDescription } from "./load/load.ts";
import { understand } from "./load/malformed.ts";
import { modelClient } from "./model/client-model.ts";
import { normalizeDescription } from "./normalize/normalize.ts";
import type { GenerateOptions } from "./options.ts";
import { formatFiles } from "./output/format.ts";
import { docsFolder, type GeneratedFiles } from "./output/output.ts";
import type { Problem, Report } from "./problem.ts";
import { printOpenApiTypes } from "./types/openapi-types.ts";

/** What the pipeline made, and what it was made from. */
export interface PipelineResult {
  readonly files: GeneratedFiles;
  readonly sources: LoadedDescription["sources"];
  readonly problems: readonly Problem[];
}

/**
 * load → normalize → model → emit and docs → format. Writes nothing. All in one thread: TypeScript, which the engine of
 * types is built on, takes longer to load than it to print.
 *
 * @throws {GenerateError} When the description cannot be used.
 */
export async function runPipeline(options: GenerateOptions): Promise<PipelineResult> {
  const { input, format, signal, beforeWriting } = options;
  const description = await understand(input, () => loadDescription(input));
  const { document, locate, sources } = description;
  const problems: Problem[] = [];
  const report: Report = (problem) => {
    problems.push({ ...problem, ...(problem.pointer && locate(problem.pointer)) });
  };
  const raw = await understand(input, async () => {
    problems.push(...normalizeDescription(description));
    return printFiles(document, options, report);
  });
  if (format) beforeWriting?.();
  const formatted = format ? await formatFiles(raw, format, signal) : raw;
  const files = new Map([...formatted].map(([file, text]) => [placeOf(file, options), text]));
  return { files, sources, problems };
}

function printFiles(document: OpenApiDocument, options: GenerateOptions, report: Report): GeneratedFiles {
  const { runtime = "@keynest/runtime", sync = false, docs } = options;
  const model = modelClient(document, options, report);
  const client = clientFiles(model, { runtime, sync });
  const pages = docs ? docsPages({ model, settings: docs, runtime, hasTwins: sync }) : new Map<string, string>();
  // Last, because openapi-typescript writes the values of discriminators into the document.
  const types = printOpenApiTypes(document);
  return new Map([["openapi.gen.ts", types], ...client, ...pages]);
}

/** Pages have a folder of their own, which may stand outside of the output folder. */
function placeOf(file: string, options: GenerateOptions): string {
  return file.startsWith(PAGES_FOLDER) ? file.replace(PAGES_FOLDER, () => docsFolder(options) ?? "") : file;
}

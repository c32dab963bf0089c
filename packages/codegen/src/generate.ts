import { resolve } from "node:path";
import type { DocsOptions } from "./docs/settings.ts";
import { compareOutput, docsFolder, type OutputChanges, writeOutput } from "./output.ts";
import { ownProperties } from "./own-properties.ts";
import type { PageKind } from "./pagination/page-kinds.ts";
import type { Problem } from "./problem.ts";
import { readStamp, writeStamp } from "./stamp.ts";

/** What to generate, from what, to where. */
export interface GenerateOptions {
  /** Path or http(s) URL of an OpenAPI 3.0 or 3.1 description, in YAML or JSON. */
  readonly input: string;
  /** Folder for the generated files. Files of ours in it that are no longer generated are removed. */
  readonly output: string;
  /** Module that generated code imports the runtime from. @default "@keynest/runtime" */
  readonly runtime?: string;
  /** Also make classes: one for each resource, with a method for each operation. @default false */
  readonly resources?: boolean;
  /** Also make blocking twins of the functions, for programs that cannot wait; they need Node. @default false */
  readonly sync?: boolean;
  /** Also write pages of documentation in Markdown, and where to. @default none */
  readonly docs?: DocsOptions;
  /** How pages follow each other, for descriptions that do not say so themselves by `x-sdk-pagination`. */
  readonly pagination?: readonly PageKind[];
  /** A formatter to run over the files before they are compared and written: the program, then its arguments. */
  readonly format?: readonly string[];
  /** Compare only, from scratch, and write nothing. @default false */
  readonly check?: boolean;
  /** Called once, before the first file is written, a formatter's copies included. */
  readonly beforeWriting?: () => void;
  /** Ends the generation. Nothing is written when it does so before writing begins. */
  readonly signal?: AbortSignal;
}

/** What was generated. */
export interface GenerateResult {
  /** Every generated file: path from the output folder, sorted. */
  readonly files: readonly string[];
  /** What was written, or with `check` would have been. */
  readonly changes: OutputChanges;
  /** Warnings: what was assumed where the description leaves a doubt. */
  readonly problems: readonly Problem[];
}

/**
 * Generates a client: one module of functions for each tag, and the types, credentials and index that they share.
 *
 * @param given Input, output folder, and how to write.
 * @returns The files, what changed, and the warnings.
 * @throws {GenerateError} When the description cannot be used. No file has been touched then.
 */
export async function generate(given: GenerateOptions): Promise<GenerateResult> {
  const options = ownOptions(given);
  const folder = resolve(options.output);
  const stamp = options.check ? undefined : await readStamp(options);
  if (stamp) return { files: stamp.files, changes: { added: [], changed: [], removed: [] }, problems: stamp.problems };

  // The engines take longer to load than an unchanged description takes to be recognized.
  const { runPipeline } = await import("./pipeline.ts");
  const { files, sources, problems } = await runPipeline(options);
  const changes = await compareOutput(folder, files, docsFolder(options));
  options.signal?.throwIfAborted();
  if (!options.check) {
    if (!options.format) options.beforeWriting?.();
    await writeOutput(folder, files, changes);
    await writeStamp(options, files, sources, problems);
  }
  return { files: [...files.keys()].sort(), changes, problems };
}

/** The options, and what they hold, without what is inherited. */
function ownOptions(given: GenerateOptions): GenerateOptions {
  const { docs, pagination, ...options } = ownProperties(given);
  return ownProperties({
    ...options,
    ...(docs && { docs: ownProperties(docs) }),
    ...(pagination && { pagination: pagination.map((kind) => ownProperties(kind)) }),
  });
}

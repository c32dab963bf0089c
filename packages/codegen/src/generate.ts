import { resolve } from "node:path";
import type { GenerateOptions } from "./options.ts";
import { compareOutput, docsFolder, type OutputChanges, writeOutput } from "./output/output.ts";
import { readStamp, writeStamp } from "./output/stamp.ts";
import { ownProperties } from "./own-properties.ts";
import type { Problem } from "./problem.ts";

/** The result of a generation. */
export interface GenerateResult {
  /** Paths of all generated files, relative to the output folder, sorted. */
  readonly files: readonly string[];
  /** The files that were written or removed, or would be without `check`. */
  readonly changes: OutputChanges;
  /** Warnings about defects of the description, and how each was repaired. */
  readonly problems: readonly Problem[];
}

/**
 * Generates a client: a module of functions for each tag, with the types, credentials and index that they share.
 *
 * @param given - input, output folder and settings
 * @returns the files, the changes and the warnings
 * @throws {GenerateError} if the description is invalid. No file has been written then.
 */
export async function generate(given: GenerateOptions): Promise<GenerateResult> {
  const options = ownOptions(given);
  const folder = resolve(options.output);
  const stamp = options.check ? undefined : await readStamp(options);
  if (stamp) return { files: stamp.files, changes: { added: [], changed: [], removed: [] }, problems: stamp.problems };

  // Loading the engines takes longer than recognizing an unchanged description.
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

/** Copies the options and their objects, without inherited properties. */
function ownOptions(given: GenerateOptions): GenerateOptions {
  const { docs, pagination, ...options } = ownProperties(given);
  return ownProperties({
    ...options,
    ...(docs && { docs: ownProperties(docs) }),
    ...(pagination && { pagination: pagination.map((kind) => ownProperties(kind)) }),
  });
}

import { resolve } from "node:path";
import type { GenerateOptions } from "./options.ts";
import { compareOutput, docsFolder, type OutputChanges, writeOutput } from "./output/output.ts";
import { readStamp, writeStamp } from "./output/stamp.ts";
import { ownProperties } from "./own-properties.ts";
import type { Problem } from "./problem.ts";

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

import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { type GenerateOptions, type GenerateResult, generate } from "../../src/index.ts";
import { readFiles, scratch, writeFiles } from "./scratch.ts";

/** A generated client. */
export interface GeneratedClient extends GenerateResult {
  /** The output folder. */
  readonly folder: string;
  /** Text by path within the output folder. */
  readonly texts: Record<string, string>;
  /** Imports the index. Its functions are called without types; type tests are another matter. */
  // biome-ignore lint/suspicious/noExplicitAny: generated for this test only, so no type can be known
  load(): Promise<any>;
}

/** Generates a client from a description in YAML, in an object, or in a folder of files with an `openapi.yaml`. */
export async function client(
  description: string | object,
  options: Partial<GenerateOptions> & { readonly files?: Record<string, string> } = {},
): Promise<GeneratedClient> {
  const text = typeof description === "string" ? description : JSON.stringify(description);
  const { files = {}, ...others } = options;
  const folder = await scratch({ "openapi.yaml": text, ...files });
  return run({ input: join(folder, "openapi.yaml"), output: join(folder, "client"), ...others });
}

/** Generates a client from a fixture, with the fixture's consumer beside it. */
export async function fixture(
  name: string,
): Promise<GeneratedClient & { readonly consumer: string; readonly description: string }> {
  const place = new URL(`../fixtures/${name}/`, import.meta.url);
  const description = await readFile(new URL("openapi.yaml", place), "utf8");
  const generated = await client(description, { resources: true });
  const consumer = await readFile(new URL("consumer.ts", place), "utf8");
  await writeFiles(generated.folder, { "../consumer.ts": consumer });
  return { ...generated, consumer, description };
}

async function run(options: GenerateOptions): Promise<GeneratedClient> {
  const result = await generate(options);
  return {
    ...result,
    folder: options.output,
    texts: await readFiles(options.output),
    load: () => import(/* @vite-ignore */ join(options.output, "index.gen.ts")),
  };
}

/** A whole description around these parts. */
export function description(parts: Record<string, unknown>): object {
  return { openapi: "3.1.0", info: { title: "Test", version: "1" }, paths: {}, ...parts };
}

import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { type DocsOptions, type GenerateOptions, type GenerateResult, generate } from "../../src/index.ts";
import { readFiles, scratch, writeFiles } from "./scratch.ts";

/** A generated client. */
export interface GeneratedClient extends GenerateResult {
  /** The output folder. */
  readonly folder: string;
  /** Text by path within the output folder; pages are below `docs/`. */
  readonly texts: Record<string, string>;
  /** Imports the index. Its functions are called without types; type tests are another matter. */
  // biome-ignore lint/suspicious/noExplicitAny: generated for this test only, so no type can be known
  load(): Promise<any>;
}

/** Generates a client from a description in YAML, in an object, or in a folder of files with an `openapi.yaml`. */
export async function client(
  description: string | object,
  options: Partial<Omit<GenerateOptions, "docs">> & {
    readonly files?: Record<string, string>;
    readonly docs?: Omit<DocsOptions, "output">;
  } = {},
): Promise<GeneratedClient> {
  const text = typeof description === "string" ? description : JSON.stringify(description);
  const { files = {}, docs, ...others } = options;
  const folder = await scratch({ "openapi.yaml": text, ...files });
  const output = join(folder, "client");
  const pages = docs && { docs: { ...docs, output: join(output, "docs") } };
  return run({ input: join(folder, "openapi.yaml"), output, ...others, ...pages });
}

/** The description of a fixture. */
export function fixtureText(name: string): Promise<string> {
  return readFile(new URL(`../fixtures/${name}/openapi.yaml`, import.meta.url), "utf8");
}

/** Generates a client from a fixture, with the fixture's consumer beside it. */
export async function fixture(
  name: string,
): Promise<GeneratedClient & { readonly consumer: string; readonly description: string }> {
  const description = await fixtureText(name);
  const generated = await client(description, { resources: true });
  const consumer = await readFile(new URL(`../fixtures/${name}/consumer.ts`, import.meta.url), "utf8");
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

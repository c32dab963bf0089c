import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, stat, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { sha256 } from "../hash.ts";
import type { GenerateOptions } from "../options.ts";
import type { Problem } from "../problem.ts";
import { generatorFolder } from "../version.ts";
import { docsFolder, type GeneratedFiles, generatedFilesIn } from "./output.ts";

/** A record of the last generation, which lets an unchanged description skip the engines. */
interface Stamp {
  /** Hash of the settings and of the generator. */
  readonly key: string;
  /** Hashes of the files that were read and written, by path. */
  readonly sources: Record<string, string>;
  readonly outputs: Record<string, string>;
  readonly problems: readonly Problem[];
}

/** Returns the last generation, or undefined if settings, description, output or generator have changed. */
export async function readStamp(
  options: GenerateOptions,
): Promise<{ readonly files: readonly string[]; readonly problems: readonly Problem[] } | undefined> {
  const file = stampFile(options);
  if (file === undefined) return undefined;
  try {
    const stamp = JSON.parse(await readFile(file, "utf8")) as Stamp;
    if (stamp.key !== (await generatorKey(options))) return undefined;
    for (const [path, hash] of Object.entries(stamp.sources)) {
      if (sha256(sourceText(await readFile(path, "utf8"))) !== hash) return undefined;
    }
    for (const [path, hash] of Object.entries(stamp.outputs)) {
      if (sha256(await readFile(path, "utf8")) !== hash) return undefined;
    }
    const files = await generatedFilesIn(resolve(options.output), docsFolder(options));
    if (files.length !== Object.keys(stamp.outputs).length) return undefined;
    return { files, problems: stamp.problems };
  } catch {
    // The stamp is missing or invalid, or names a file that is missing.
    return undefined;
  }
}

/** Records a generation that has been written, unless the description comes from the network. */
export async function writeStamp(
  options: GenerateOptions,
  files: GeneratedFiles,
  sources: readonly { readonly file: string; readonly hash: string }[],
  problems: readonly Problem[],
): Promise<void> {
  const file = stampFile(options);
  if (file === undefined || sources.some((source) => /^https?:/.test(source.file))) return;
  const stamp: Stamp = {
    key: await generatorKey(options),
    sources: Object.fromEntries(sources.map((source) => [source.file, source.hash])),
    outputs: Object.fromEntries([...files].map(([name, text]) => [resolve(options.output, name), sha256(text)])),
    problems,
  };
  try {
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, JSON.stringify(stamp));
  } catch {
    // Without a stamp, the next generation is only slower.
  }
}

/** As Redocly gives it, whose text was remembered. */
const sourceText = (text: string): string => text.replaceAll("\r\n", "\n");

/**
 * Returns a path in `node_modules/.cache` of the nearest package. Returns undefined with plugins, because their output
 * depends on more than the description, such as the versions of their dependencies.
 */
function stampFile({ output, plugins = [] }: GenerateOptions): string | undefined {
  if (plugins.length > 0) return undefined;
  for (let folder = resolve(output); ; folder = dirname(folder)) {
    const modules = join(folder, "node_modules");
    if (existsSync(modules)) return join(modules, ".cache", "keynest-codegen", `${sha256(resolve(output))}.json`);
    if (folder === dirname(folder)) return undefined;
  }
}

/** Changes with the settings, and with each new build or installation of the generator. */
async function generatorKey(options: GenerateOptions): Promise<string> {
  const { input, runtime, resources, sync, docs, pagination, format } = options;
  const files = (await readdir(generatorFolder, { recursive: true })).sort();
  const states = await Promise.all(files.map((name) => stat(join(generatorFolder, name))));
  const generator = states.map(({ size, mtimeMs }, position) => [files[position], size, mtimeMs]);
  return sha256(JSON.stringify([input, runtime, resources, sync, docs, pagination, format, process.cwd(), generator]));
}

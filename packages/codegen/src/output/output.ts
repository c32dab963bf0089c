import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, relative, resolve } from "node:path";
import { PAGE_HEADER } from "../docs/markdown.ts";
import type { DocsOptions } from "../docs/settings.ts";
import { GenerateError } from "../problem.ts";
import { HEADER } from "../typescript/code.ts";
import { replaceFile } from "./replace-file.ts";

/** What differs between the generated files and those in the output folder; paths from the folder, sorted. */
export interface OutputChanges {
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly removed: readonly string[];
}

/** Text by path from the output folder; pages of documentation may stand outside of it. */
export type GeneratedFiles = ReadonlyMap<string, string>;

/**
 * The folder of the pages, as a path from the output folder that ends in a slash or is empty; undefined without pages. On
 * another drive of Windows it is an absolute one.
 */
export function docsFolder(options: { readonly output: string; readonly docs?: DocsOptions }): string | undefined {
  if (!options.docs) return undefined;
  const path = relative(options.output, options.docs.output).replaceAll("\\", "/");
  return path && `${path}/`;
}

/**
 * Compares the generated files with the folder. A file of ours that is no longer generated counts as removed.
 *
 * @param docs Folder of the pages, see {@link docsFolder}.
 */
export async function compareOutput(folder: string, files: GeneratedFiles, docs?: string): Promise<OutputChanges> {
  const added: string[] = [];
  const changed: string[] = [];
  for (const [file, text] of files) {
    const present = await readText(resolve(folder, file));
    if (present === undefined) added.push(file);
    else if (present !== text) changed.push(file);
  }
  const removed: string[] = [];
  for (const file of await generatedFilesIn(folder, docs)) if (!files.has(file)) removed.push(file);
  return { added: added.sort(), changed: changed.sort(), removed: removed.sort() };
}

/**
 * Writes what differs: each file whole or not at all.
 *
 * @throws {GenerateError} When the folder cannot be written to.
 */
export async function writeOutput(folder: string, files: GeneratedFiles, changes: OutputChanges): Promise<void> {
  try {
    await writeChanges(folder, files, changes);
  } catch (error) {
    const message = `The output could not be written: ${(error as Error).message}.`;
    throw new GenerateError([{ level: "error", message, file: folder }]);
  }
}

async function writeChanges(folder: string, files: GeneratedFiles, changes: OutputChanges): Promise<void> {
  for (const file of [...changes.added, ...changes.changed]) {
    const target = resolve(folder, file);
    await mkdir(dirname(target), { recursive: true });
    const staged = `${target}.${process.pid}.tmp`;
    try {
      await writeFile(staged, files.get(file) ?? "");
      await replaceFile(staged, target);
    } catch (error) {
      await rm(staged, { force: true });
      throw error;
    }
  }
  for (const file of changes.removed) await rm(resolve(folder, file));
}

/**
 * Generated files in the folder: they are named so, and say so in line 1. Only where files are generated to: another
 * client may stand in a folder below.
 *
 * @param docs Folder of the pages, see {@link docsFolder}.
 * @returns Paths from the folder, sorted.
 */
export async function generatedFilesIn(folder: string, docs?: string): Promise<string[]> {
  const found: string[] = [];
  const collect = async (place: string, ending: string, header: string): Promise<void> => {
    for (const entry of await readdir(resolve(folder, place), { withFileTypes: true }).catch(() => [])) {
      if (!entry.isFile() || !entry.name.endsWith(ending)) continue;
      const text = await readText(resolve(folder, place, entry.name));
      if (text?.startsWith(header)) found.push(place + entry.name);
    }
  };
  for (const place of ["", "operations/", "plugins/", "sync/"]) await collect(place, ".gen.ts", HEADER);
  if (docs !== undefined) await collect(docs, ".md", PAGE_HEADER);
  return found.sort();
}

function readText(path: string): Promise<string | undefined> {
  return readFile(path, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT" || error.code === "ENOTDIR") return undefined;
    throw error;
  });
}

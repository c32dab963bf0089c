import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, relative, resolve } from "node:path";
import { PAGE_HEADER } from "../docs/markdown.ts";
import type { DocsOptions } from "../docs/settings.ts";
import { GenerateError } from "../problem.ts";
import { HEADER } from "../typescript/code.ts";
import { replaceFile } from "./replace-file.ts";

/** Differences between the generated files and the output folder. Paths are relative to the folder, and sorted. */
export interface OutputChanges {
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly removed: readonly string[];
}

/** Texts by path from the output folder. Documentation pages may be outside of it. */
export type GeneratedFiles = ReadonlyMap<string, string>;

/**
 * Returns the path from the output folder to the documentation pages, which is empty or ends in a slash. Returns
 * undefined without pages. The path is absolute if the pages are on another Windows drive.
 */
export function docsFolder(options: { readonly output: string; readonly docs?: DocsOptions }): string | undefined {
  if (!options.docs) return undefined;
  const path = relative(options.output, options.docs.output).replaceAll("\\", "/");
  return path && `${path}/`;
}

/**
 * Compares the generated files with the folder. An obsolete generated file counts as removed.
 *
 * @param docs - folder of the pages, see {@link docsFolder}
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
 * Writes the changes. Each file is written atomically.
 *
 * @throws {GenerateError} if the folder is not writable
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
 * Finds generated files by their names and their first line. Looks only into folders of this client, because a subfolder
 * may hold another client.
 *
 * @param docs - folder of the pages, see {@link docsFolder}
 * @returns paths from the folder, sorted
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

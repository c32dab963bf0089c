import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { onTestFinished } from "vitest";

/** Below the package, so that what is generated here finds the runtime. */
const TEMPORARY = fileURLToPath(new URL("../.tmp/", import.meta.url));

/** Makes a folder with these files; it is removed when the test is over. */
export async function scratch(files: Record<string, string> = {}): Promise<string> {
  await mkdir(TEMPORARY, { recursive: true });
  const folder = await mkdtemp(TEMPORARY);
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  await writeFiles(folder, files);
  return folder;
}

export async function writeFiles(folder: string, files: Record<string, string>): Promise<void> {
  for (const [file, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await writeFile(join(folder, file), text);
  }
}

/** Text by path of every file below the folder. */
export async function readFiles(folder: string): Promise<Record<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const texts = await Promise.all(
    paths
      .sort()
      .map(async (path) => [path.slice(folder.length + 1).replaceAll("\\", "/"), await readFile(path, "utf8")]),
  );
  return Object.fromEntries(texts);
}

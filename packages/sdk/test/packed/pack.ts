import { mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { runCommand } from "./run-command.ts";

/** A package as it would be published, and what is in it. */
export interface Packed {
  name: string;
  tarball: string;
  /** Paths inside of the package. */
  files: string[];
  manifest: Record<string, unknown>;
  read(file: string): string;
}

/** Packs a package of the workspace, and unpacks it to look into it. */
export async function pack(folder: string, destination: string): Promise<Packed> {
  const target = join(destination, folder);
  mkdirSync(target, { recursive: true });
  const source = fileURLToPath(new URL(`../../../${folder}`, import.meta.url));
  await runCommand("pnpm", ["pack", "--pack-destination", target], source);
  const file = readdirSync(target).find((name) => name.endsWith(".tgz")) ?? "";
  // By its name alone: some take what stands before a colon for another machine.
  await runCommand("tar", ["-xzf", file], target);
  const root = join(target, "package");
  const read = (path: string): string => readFileSync(join(root, path), "utf8");
  const entries = readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const files = entries.map(({ parentPath, name }) =>
    join(parentPath, name)
      .slice(root.length + 1)
      .replaceAll("\\", "/"),
  );
  return {
    name: folder,
    tarball: join(target, file),
    files: files.sort(),
    manifest: JSON.parse(read("package.json")),
    read,
  };
}

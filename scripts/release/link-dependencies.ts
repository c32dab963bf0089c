import { cpSync, existsSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { ROOT } from "../turbo.ts";

/** Caches of tools, and files that only installations use. */
const LEFT_OUT = new Set([".cache", ".pnpm", ".vite", ".vite-temp", ".vitest-cache"]);

/**
 * Links the installed dependencies into a copy of the repository. Packages of the workspace link to the copy. A new
 * installation would need a network and more time.
 *
 * @param copy - folder of the copy
 */
export function linkDependencies(copy: string): void {
  const packages = readdirSync(join(ROOT, "packages")).map((name) => join("packages", name));
  for (const owner of [".", "spec", "scripts", ...packages]) {
    const [from, to] = [join(ROOT, owner, "node_modules"), join(copy, owner, "node_modules")];
    if (!existsSync(from)) continue;
    cpSync(from, to, {
      recursive: true,
      // pnpm's links are relative, so they stay within the copy.
      verbatimSymlinks: true,
      filter: (path) => !LEFT_OUT.has(basename(path)),
    });
    linkWorkspace(join(to, "@keynest"), copy);
  }
  symlinkSync(join(ROOT, "node_modules", ".pnpm"), join(copy, "node_modules", ".pnpm"), "junction");
  // Keeps scripts/bootstrap.mjs from installing there.
  writeFileSync(join(copy, "node_modules", ".keynest-linked"), "");
}

/** On Windows, links are absolute, so they would point outside the copy. */
function linkWorkspace(scope: string, copy: string): void {
  if (!existsSync(scope)) return;
  for (const name of readdirSync(scope)) {
    rmSync(join(scope, name));
    symlinkSync(join(copy, name === "spec" ? name : join("packages", name)), join(scope, name), "junction");
  }
}

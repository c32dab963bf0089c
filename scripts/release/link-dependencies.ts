import { cpSync, existsSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { ROOT } from "../turbo.ts";

/** Caches of tools, and what only installing needs. */
const LEFT_OUT = new Set([".cache", ".pnpm", ".vite", ".vite-temp", ".vitest-cache"]);

/**
 * Gives a copy of the repository the dependencies that are installed here, by links: to third parties where they lie,
 * to packages of the workspace in the copy. Installing them again would take a network, and long.
 *
 * @param copy Folder of the copy.
 */
export function linkDependencies(copy: string): void {
  const packages = readdirSync(join(ROOT, "packages")).map((name) => join("packages", name));
  for (const owner of [".", "spec", "scripts", ...packages]) {
    const [from, to] = [join(ROOT, owner, "node_modules"), join(copy, owner, "node_modules")];
    if (!existsSync(from)) continue;
    cpSync(from, to, {
      recursive: true,
      // Links of pnpm are relative, and lead to the same place in the copy.
      verbatimSymlinks: true,
      filter: (path) => !LEFT_OUT.has(basename(path)),
    });
    linkWorkspace(join(to, "@keynest"), copy);
  }
  symlinkSync(join(ROOT, "node_modules", ".pnpm"), join(copy, "node_modules", ".pnpm"), "junction");
  // Keeps scripts/bootstrap.mjs from installing there.
  writeFileSync(join(copy, "node_modules", ".keynest-linked"), "");
}

/** On Windows, links are absolute, and lead out of the copy. */
function linkWorkspace(scope: string, copy: string): void {
  if (!existsSync(scope)) return;
  for (const name of readdirSync(scope)) {
    rmSync(join(scope, name));
    symlinkSync(join(copy, name === "spec" ? name : join("packages", name)), join(scope, name), "junction");
  }
}

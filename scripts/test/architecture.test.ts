import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { RULES, type Rule } from "../check-imports.ts";
import { ROOT } from "../turbo.ts";

const text = readFileSync(join(ROOT, "ARCHITECTURE.md"), "utf8");
const packages = readdirSync(join(ROOT, "packages"));
const sections = text.split(/^## /m).map((section) => ({
  title: section.slice(0, section.indexOf("\n")),
  code: Array.from(section.matchAll(/`([^`\n]+)`/g), ([, code = ""]) => code),
  rows: Array.from(section.matchAll(/^\|(.+)\|$/gm), ([, row = ""]) => row.split("|").map((cell) => cell.trim())),
}));

describe("ARCHITECTURE.md", () => {
  test("names only files and folders that exist", () => {
    const missing = sections.flatMap(({ title, code }) => code.filter((path) => isPath(path) && !exists(path, title)));
    expect(missing).toEqual([]);
  });

  test.for(packages)("names every folder of the sources of %s", (name) => {
    const entries = readdirSync(join(ROOT, "packages", name, "src"), { withFileTypes: true });
    const folders = entries.filter((entry) => entry.isDirectory()).map((entry) => `${entry.name}/`);
    const named = sections.find(({ title }) => title === name)?.code ?? [];
    expect(folders.filter((folder) => !named.includes(folder))).toEqual([]);
  });

  test("says of each package what the import check allows", () => {
    const rows = sections.find(({ title }) => title === "Packages")?.rows ?? [];
    const said = packages.map((name) => [name, rows.find(([folder]) => folder === `\`packages/${name}\``)?.at(-1)]);
    const allowed = Object.entries(RULES).map(([name, rule]) => [name, sayRule(rule)]);
    expect(Object.fromEntries(said)).toEqual(Object.fromEntries(allowed));
  });

  test("names the files that alone may import a folder", () => {
    const importers = Object.values(RULES).flatMap(({ onlyImportedBy = {} }) => Object.values(onlyImportedBy).flat());
    expect(importers.filter((file) => !text.includes(`\`${file}\``))).toEqual([]);
  });
});

/** A cell of the table: what all sources may import, then what those of a folder may import beside it. */
function sayRule({ allowed, folders = {} }: Rule): string {
  const inFolders = Object.entries(folders).map(([folder, names]) => `${sayNames(names)} in \`${folder}\``);
  return [sayNames(allowed), ...inFolders].join("; ");
}

function sayNames(names: readonly string[]): string {
  return names.map((name) => (name === "node:" ? "Node" : `\`${name}\``)).join(", ");
}

/** A file or a folder; names of packages, commands and code have neither a slash nor the ending of a file. */
function isPath(code: string): boolean {
  if (!/^[\w./<>-]+$/.test(code)) return false;
  return code.includes("/") || /\.(ts|mjs|json|yaml|md)$/.test(code);
}

/** Relative to the repository or its packages; in the section of a package, to its sources as well. */
function exists(path: string, section: string): boolean {
  const [known = ""] = path.split("<");
  const folders = packages.includes(section) ? [section] : packages;
  const bases = ["", "packages", ...folders.map((name) => `packages/${name}`), `packages/${section}/src`];
  return bases.some((base) => existsSync(join(ROOT, base, known)));
}

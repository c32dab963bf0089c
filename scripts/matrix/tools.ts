import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { CommandError } from "../command.ts";
import { npm } from "../release/project.ts";
import { ROOT } from "../turbo.ts";
import { UnavailableError } from "./cell.ts";

/** Cache of tools, which is kept between runs. */
const CACHE = join(ROOT, "node_modules", ".cache", "keynest-matrix");
const installing = new Map<string, Promise<string>>();

/**
 * Installs tools in a cached folder.
 *
 * @param specifiers - packages with exact versions, such as `esbuild@0.28.2`
 * @returns path of their `node_modules`
 * @throws {UnavailableError} if they cannot be installed
 */
export function installTools(...specifiers: readonly string[]): Promise<string> {
  const name = specifiers.join("+").replaceAll("/", "-");
  const folder = join(CACHE, name);
  const known = installing.get(name) ?? install(folder, specifiers);
  installing.set(name, known);
  return known;
}

async function install(folder: string, specifiers: readonly string[]): Promise<string> {
  if (!existsSync(folder)) {
    // Renamed only after the installation is complete.
    const unfinished = `${folder}.${process.pid}`;
    mkdirSync(unfinished, { recursive: true });
    writeFileSync(join(unfinished, "package.json"), JSON.stringify({ private: true }));
    try {
      await npm(["install", ...specifiers], unfinished);
      renameSync(unfinished, folder);
    } catch (error) {
      rmSync(unfinished, { recursive: true, force: true });
      if (!(error instanceof CommandError)) throw error;
      throw new UnavailableError(`${specifiers.join(", ")} cannot be installed: ${lastLine(error.output)}`);
    }
  }
  return join(folder, "node_modules");
}

function lastLine(text: string): string {
  const lines = text.split("\n").filter((line) => /^npm error (?!A complete log)/.test(line));
  return lines.at(-1) ?? text;
}

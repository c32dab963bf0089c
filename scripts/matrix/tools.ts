import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { CommandError } from "../command.ts";
import { npm } from "../release/project.ts";
import { ROOT } from "../turbo.ts";
import { Unavailable } from "./cell.ts";

/** Tools stay here from run to run. */
const CACHE = join(ROOT, "node_modules", ".cache", "keynest-matrix");
const installing = new Map<string, Promise<string>>();

/**
 * Installs tools, once, in a folder of their own.
 *
 * @param specifiers Packages with exact versions, such as `esbuild@0.28.2`.
 * @returns Their `node_modules`.
 * @throws Unavailable if the registry does not have them.
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
    // In its place only when it is whole.
    const unfinished = `${folder}.${process.pid}`;
    mkdirSync(unfinished, { recursive: true });
    writeFileSync(join(unfinished, "package.json"), JSON.stringify({ private: true }));
    try {
      await npm(["install", ...specifiers], unfinished);
      renameSync(unfinished, folder);
    } catch (error) {
      rmSync(unfinished, { recursive: true, force: true });
      if (!(error instanceof CommandError)) throw error;
      throw new Unavailable(`${specifiers.join(", ")} cannot be installed: ${lastLine(error.output)}`);
    }
  }
  return join(folder, "node_modules");
}

function lastLine(text: string): string {
  const lines = text.split("\n").filter((line) => /^npm error (?!A complete log)/.test(line));
  return lines.at(-1) ?? text;
}

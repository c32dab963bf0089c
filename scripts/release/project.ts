import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { runCommand } from "../command.ts";
import { ROOT } from "../turbo.ts";
import type { Registry } from "./registry.ts";

/** npm cache for all runs, separate from the user's cache. */
const CACHE = join(ROOT, "node_modules", ".cache", "keynest-npm");

/** Limits npm's retries, which take minutes if a registry is not reachable. */
const RETRIES = ["--fetch-retry-mintimeout=1000", "--fetch-retry-maxtimeout=3000"];

/** An empty project of a user of the packages. */
export interface Project {
  readonly folder: string;
  /** Writes a file, and creates its folders. */
  write(path: string, text: string): void;
  read(path: string): string;
  /** Installs packages with the npm of this machine, without install scripts. */
  install(...specifiers: readonly string[]): Promise<void>;
  /** Writes a `package-lock.json` without an installation. */
  resolve(...specifiers: readonly string[]): Promise<void>;
}

/**
 * Creates an empty project that installs packages of our scope from a local registry.
 *
 * @param folder - folder of the project; need not exist
 */
export function createProject(folder: string, registry: Registry): Project {
  const project: Project = {
    folder,
    write(path, text) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    },
    read: (path) => readFileSync(join(folder, path), "utf8"),
    async install(...specifiers) {
      await npm(["install", ...specifiers], folder);
    },
    async resolve(...specifiers) {
      await npm(["install", "--package-lock-only", ...specifiers], folder);
    },
  };
  project.write("package.json", JSON.stringify({ name: "consumer", version: "1.0.0", private: true }));
  project.write(".npmrc", registry.npmrc);
  return project;
}

/** Runs the npm of this machine, with its configuration. Returns the output. */
export function npm(args: readonly string[], cwd: string): Promise<string> {
  // Without the repository's commands on the PATH, which users do not have.
  const folders = (process.env.PATH ?? "").split(delimiter).filter((each) => !each.includes("node_modules"));
  const flags = ["--no-audit", "--no-fund", "--ignore-scripts", "--prefer-offline", ...RETRIES];
  const env = { PATH: folders.join(delimiter), NPM_CONFIG_CACHE: CACHE };
  return runCommand("npm", [...args, ...flags], { cwd, env, timeoutMs: 300_000 }).catch((error: Error) => {
    const [, code] = /^npm error code (E(?:CONN|AI_|NOTFOUND|TIMEDOUT|HOST|NET)\w*)/m.exec(error.message) ?? [];
    if (code === undefined) throw error;
    throw new Error(`npm ${args[0]} cannot reach the npm registry (${code}) for dependencies of the packages.`);
  });
}

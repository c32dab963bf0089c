import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { areDocsOptions, DOCS_SETTINGS } from "./docs/settings.ts";
import { isObject } from "./document/openapi.ts";
import { areHeyApiPlugins } from "./hey-api/plugin-setting.ts";
import { readPageKind } from "./model/page-kinds.ts";
import type { GenerateOptions } from "./options.ts";
import { GenerateError } from "./problem.ts";

/** Settings that a configuration file may hold; the command line's own win over them. */
export type CodegenConfig = Partial<Omit<GenerateOptions, "check" | "signal" | "beforeWriting">>;

/** Names under which a configuration file is found in the working directory. */
const CONFIG_FILES = ["ts", "mjs", "js", "json"].map((extension) => `keynest-codegen.config.${extension}`);

/** Gives a configuration file its types: `export default defineConfig({ input: …, output: … })`. */
export function defineConfig(config: CodegenConfig): CodegenConfig {
  return config;
}

/**
 * Loads a configuration file.
 *
 * @param path The file; without one, the first of the usual names that exists in the working directory.
 * @returns Its settings; none where there is no file.
 * @throws {GenerateError} When the file cannot be loaded, or holds a setting that does not exist.
 */
export async function loadConfig(path?: string): Promise<CodegenConfig> {
  const file = path ?? CONFIG_FILES.find((name) => existsSync(name));
  if (file === undefined) return {};
  const fail = (message: string): never => {
    throw new GenerateError([{ level: "error", message, file }]);
  };
  const config: unknown = await readConfig(resolve(file)).catch((error: Error) => {
    return fail(`The configuration could not be loaded: ${String(error?.message ?? error).split("\n")[0]}`);
  });
  if (!isObject(config)) return fail("The configuration must export an object as default.");
  for (const [setting, value] of Object.entries(config)) {
    if (!Object.hasOwn(CHECKS, setting)) {
      return fail(`There is no setting "${setting}". There are: ${Object.keys(CHECKS).join(", ")}.`);
    }
    const expected = CHECKS[setting as keyof CodegenConfig];
    if (value !== undefined && !expected.test(value)) return fail(`The setting "${setting}" must be ${expected.text}.`);
  }
  return config;
}

const text = { text: "a string", test: (value: unknown): boolean => typeof value === "string" && value !== "" };
const texts = {
  text: "a list of strings",
  test: (value: unknown): boolean => Array.isArray(value) && value.length > 0 && value.every(text.test),
};
const trueOrFalse = { text: "true or false", test: (value: unknown): boolean => typeof value === "boolean" };
const CHECKS: Record<keyof CodegenConfig, { text: string; test: (value: unknown) => boolean }> = {
  input: text,
  output: text,
  docs: { text: DOCS_SETTINGS, test: areDocsOptions },
  runtime: text,
  format: texts,
  pagination: {
    text: "a list of kinds of pages, each with items and next, cursor and from, offset or page",
    test: (value: unknown): boolean =>
      Array.isArray(value) && value.every((kind) => typeof readPageKind(kind) === "object"),
  },
  plugins: {
    text: "a list of plugins of @hey-api/openapi-ts: names, or objects with a name",
    test: areHeyApiPlugins,
  },
  resources: trueOrFalse,
  sync: trueOrFalse,
};

async function readConfig(path: string): Promise<unknown> {
  if (path.endsWith(".json")) return JSON.parse(await readFile(path, "utf8"));
  return ((await import(pathToFileURL(path).href)) as { default?: unknown }).default;
}

import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { areDocsOptions, DOCS_SETTINGS } from "./docs/settings.ts";
import { isObject } from "./document/openapi.ts";
import { areHeyApiPlugins } from "./hey-api/plugin-setting.ts";
import { readPaginationStyle } from "./model/pagination-styles.ts";
import type { GenerateOptions } from "./options.ts";
import { GenerateError } from "./problem.ts";

/** Settings of a configuration file. Flags of the command line override them. */
export type CodegenConfig = Partial<Omit<GenerateOptions, "check" | "signal" | "beforeWriting">>;

/** Names of configuration files in the working directory, in order of precedence. */
const CONFIG_FILES = ["ts", "mjs", "js", "json"].map((extension) => `keynest-codegen.config.${extension}`);

/** Types a configuration file: `export default defineConfig({ input: …, output: … })`. */
export function defineConfig(config: CodegenConfig): CodegenConfig {
  return config;
}

/**
 * Loads a configuration file.
 *
 * @param path - the file; by default, the first of {@link CONFIG_FILES} in the working directory
 * @returns the settings; empty if there is no file
 * @throws {GenerateError} if the file cannot be loaded, or has an unknown or invalid setting
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
      return fail(`Unknown setting "${setting}". The settings are: ${Object.keys(CHECKS).join(", ")}.`);
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
    text: "a list of pagination styles, each with items and next, cursor and from, offset, or page",
    test: (value: unknown): boolean =>
      Array.isArray(value) && value.every((kind) => typeof readPaginationStyle(kind) === "object"),
  },
  plugins: {
    text: "a list of plugins of @hey-api/openapi-ts, each a name or an object with a name",
    test: areHeyApiPlugins,
  },
  resources: trueOrFalse,
  sync: trueOrFalse,
};

async function readConfig(path: string): Promise<unknown> {
  if (path.endsWith(".json")) return JSON.parse(await readFile(path, "utf8"));
  return ((await import(pathToFileURL(path).href)) as { default?: unknown }).default;
}

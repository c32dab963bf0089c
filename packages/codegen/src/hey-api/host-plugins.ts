import { relative, resolve } from "node:path";
import type { UserConfig } from "@hey-api/openapi-ts";
import type { OpenApiDocument } from "../document/openapi.ts";
import { GenerateError } from "../problem.ts";
import { HEADER } from "../typescript/code.ts";
import { type HeyApiPlugin, nameOfPlugin } from "./plugin-setting.ts";

/** Folder for the files of plugins, within the output folder. */
export const PLUGINS_FOLDER = "plugins/";

/** hey-api resolves paths against this folder, but does not write to it. */
const ROOT = resolve("hey-api");

/**
 * Runs plugins of @hey-api/openapi-ts on a copy of a normalized document. Does not write files.
 *
 * @returns code by path within the output folder, below {@link PLUGINS_FOLDER}
 * @throws {GenerateError} if a plugin does not exist, fails, or needs a hey-api client
 */
export async function hostPlugins(
  document: OpenApiDocument,
  plugins: readonly HeyApiPlugin[],
): Promise<Map<string, string>> {
  const names = plugins.map(nameOfPlugin);
  const client = names.find((name) => name.startsWith("@hey-api/client"));
  if (client !== undefined)
    fail(`The plugin ${client} is not supported: the client is always the one of @keynest/runtime.`);
  const contexts = await run(document, plugins).catch((error: unknown) => {
    fail(`The plugins ${names.join(", ")} of @hey-api/openapi-ts failed: ${reasonOf(error)}.`);
  });
  const [context] = contexts;
  // hey-api drops all plugins if one is unknown.
  const unknown = names.find((name) => !context?.config.pluginOrder.some((known) => known === name));
  if (!context || unknown !== undefined) fail(`@hey-api/openapi-ts has no plugin named ${unknown}.`);
  return new Map(context.gen.render().map(({ path, content }) => [PLUGINS_FOLDER + insideRoot(path), content]));
}

/** Returns the path of a file within the folder of plugins. */
function insideRoot(path: string): string {
  const inside = relative(ROOT, path).replaceAll("\\", "/");
  if (inside.startsWith("../")) fail(`A plugin of @hey-api/openapi-ts writes outside its folder: ${inside}.`);
  return inside;
}

async function run(document: OpenApiDocument, plugins: readonly HeyApiPlugin[]) {
  // Loaded only for plugins, because it is slow.
  const { createClient } = await import("@hey-api/openapi-ts");
  return createClient({
    // The name of a file that does not exist, because a hey-api configuration would be for another output.
    configFile: "no-hey-api.config",
    dryRun: true,
    input: structuredClone(document) as unknown as Record<string, unknown>,
    interactive: false,
    logs: { level: "silent", file: false },
    // With `clean`, hey-api would empty the folder even in a dry run.
    output: {
      clean: false,
      entryFile: false,
      header: [HEADER],
      module: { extension: ".js" },
      path: ROOT,
      tsConfigPath: null,
    },
    plugins: plugins as NonNullable<UserConfig["plugins"]>,
  });
}

/** Returns the first line of the message of an error or its cause. */
function reasonOf(error: unknown): string {
  const { message = "", originalError } = error as { message?: string; originalError?: { error?: Error } };
  const [line = ""] = (message || originalError?.error?.message || String(error)).split("\n");
  return line.replace(/\.$/, "");
}

function fail(message: string): never {
  throw new GenerateError([{ level: "error", message }]);
}

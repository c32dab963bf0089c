import { relative, resolve } from "node:path";
import type { UserConfig } from "@hey-api/openapi-ts";
import type { OpenApiDocument } from "../document/openapi.ts";
import { GenerateError } from "../problem.ts";
import { HEADER } from "../typescript/code.ts";
import { type HeyApiPlugin, nameOfPlugin } from "./plugin-setting.ts";

/** Where the files of plugins stand within the output folder. */
export const PLUGINS_FOLDER = "plugins/";

/** hey-api resolves paths against it; nothing is written to it. */
const ROOT = resolve("hey-api");

/**
 * Runs further plugins of @hey-api/openapi-ts over a normalized document. Nothing is written.
 *
 * @param document The document; hey-api rewrites what it is given, so it gets a copy.
 * @param plugins Names of its own plugins, or plugins with their settings.
 * @returns Code by path within the output folder, below {@link PLUGINS_FOLDER}.
 * @throws {GenerateError} if a plugin does not exist, fails, or needs a client of hey-api's own.
 */
export async function hostPlugins(
  document: OpenApiDocument,
  plugins: readonly HeyApiPlugin[],
): Promise<Map<string, string>> {
  const names = plugins.map(nameOfPlugin);
  const client = names.find((name) => name.startsWith("@hey-api/client"));
  if (client !== undefined) fail(`The plugin ${client} cannot be used: the client is that of @keynest/runtime.`);
  const contexts = await run(document, plugins).catch((error: unknown) => {
    fail(`The plugins ${names.join(", ")} of @hey-api/openapi-ts failed: ${reasonOf(error)}.`);
  });
  const [context] = contexts;
  // It leaves all out when it does not know one.
  const unknown = names.find((name) => !context?.config.pluginOrder.some((known) => known === name));
  if (!context || unknown !== undefined) fail(`@hey-api/openapi-ts has no plugin ${unknown}, and none is given.`);
  return new Map(context.gen.render().map(({ path, content }) => [PLUGINS_FOLDER + insideRoot(path), content]));
}

/** The path of a file within the folder of plugins. */
function insideRoot(path: string): string {
  const inside = relative(ROOT, path).replaceAll("\\", "/");
  if (inside.startsWith("../")) fail(`A plugin of @hey-api/openapi-ts writes outside of its folder: ${inside}.`);
  return inside;
}

async function run(document: OpenApiDocument, plugins: readonly HeyApiPlugin[]) {
  // Who asks for no plugin does not load it.
  const { createClient } = await import("@hey-api/openapi-ts");
  return createClient({
    // Of a name that no file has: a configuration of hey-api's own is for another output.
    configFile: "no-hey-api.config",
    dryRun: true,
    input: structuredClone(document) as unknown as Record<string, unknown>,
    interactive: false,
    logs: { level: "silent", file: false },
    // It cleans the folder even when it writes nothing.
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

/** The first line of what the error says, or what caused it does. */
function reasonOf(error: unknown): string {
  const { message = "", originalError } = error as { message?: string; originalError?: { error?: Error } };
  const [line = ""] = (message || originalError?.error?.message || String(error)).split("\n");
  return line.replace(/\.$/, "");
}

function fail(message: string): never {
  throw new GenerateError([{ level: "error", message }]);
}

import { definePluginConfig } from "@hey-api/openapi-ts";
import { handler } from "./plugin.ts";
import type { KeynestPlugin } from "./types.ts";

const defaults: KeynestPlugin["Config"] = {
  config: { runtime: "@keynest/runtime", resources: false, sync: false, pagination: [] },
  dependencies: [],
  handler,
  name: "keynest",
};

/**
 * The generator as a plugin of @hey-api/openapi-ts, which writes the files.
 *
 * @example
 * ```ts
 * import { keynest } from "@keynest/codegen/hey-api";
 *
 * export default { input: "openapi.yaml", output: "src/generated", plugins: [keynest({ resources: true })] };
 * ```
 */
export const keynest: ReturnType<typeof definePluginConfig<KeynestPlugin["Types"]>> = definePluginConfig(defaults);

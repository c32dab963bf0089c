import { definePluginConfig } from "@hey-api/openapi-ts";
import { handler } from "./plugin.ts";
import type { FunctionsPlugin } from "./types.ts";

const defaults: FunctionsPlugin["Config"] = {
  config: { runtime: "@keynest/runtime", resources: false, sync: false, docs: undefined, pagination: [] },
  dependencies: [],
  handler,
  name: "keynest-functions",
};

/** The plugin that writes the functions, for `plugins` of @hey-api/openapi-ts. */
export const defineFunctions: ReturnType<typeof definePluginConfig<FunctionsPlugin["Types"]>> =
  definePluginConfig(defaults);

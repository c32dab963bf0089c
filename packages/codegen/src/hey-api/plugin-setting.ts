import { isObject } from "../document/openapi.ts";

/**
 * A plugin of @hey-api/openapi-ts: the name of a built-in one, such as `"zod"`, an object with its name and settings, or
 * a plugin from another package.
 */
export type HeyApiPlugin = string | { readonly name: string; readonly [setting: string]: unknown };

export function nameOfPlugin(plugin: HeyApiPlugin): string {
  return typeof plugin === "string" ? plugin : plugin.name;
}

/** Whether a value is a list of plugins. */
export function areHeyApiPlugins(value: unknown): boolean {
  return Array.isArray(value) && value.every((plugin) => isName(isObject(plugin) ? plugin.name : plugin));
}

function isName(value: unknown): boolean {
  return typeof value === "string" && value !== "";
}

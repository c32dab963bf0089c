import { words } from "../names/names.ts";
import type { DocsOptions } from "./settings.ts";

/**
 * Returns code that reads a secret from the environment.
 *
 * @param name - security scheme, parameter or property
 * @param ending - suffix for a scheme with several secrets, such as `PASSWORD`
 */
export function environmentVariable(name: string, { environment = {} }: DocsOptions, ending?: string): string {
  const given = Object.hasOwn(environment, name) ? environment[name] : undefined;
  const variable = given ?? words(name).join("_").toUpperCase();
  return `process.env.${[variable.replace(/^(?=\p{N})/u, "_"), ending].filter(Boolean).join("_")} ?? ""`;
}

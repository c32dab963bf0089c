import { words } from "../names/names.ts";
import type { DocsOptions } from "./settings.ts";

/**
 * Code that takes a secret from the environment.
 *
 * @param name Security scheme, parameter or property.
 * @param ending For a scheme that has several secrets, such as `PASSWORD`.
 */
export function environmentVariable(name: string, { environment = {} }: DocsOptions, ending?: string): string {
  const given = Object.hasOwn(environment, name) ? environment[name] : undefined;
  const variable = given ?? words(name).join("_").toUpperCase();
  return `process.env.${[variable.replace(/^(?=\p{N})/u, "_"), ending].filter(Boolean).join("_")} ?? ""`;
}

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Document } from "./contract/document.ts";
import type { Namespace, Sdk } from "./contract/sdk.ts";

interface Manifest {
  name: string;
  exports: Record<string, unknown>;
}

export const manifest: Manifest = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));

/** The description as the package carries it. */
export function loadDescription(): Document {
  return JSON.parse(readFileSync(new URL(import.meta.resolve(`${manifest.name}/openapi.json`)), "utf8"));
}

/** Names of the modules of tags that the exports map lists, such as `projects`. */
export function moduleNames(): string[] {
  return allModuleNames().filter((name) => !/^(node|sync|webhooks)\b/.test(name));
}

/** Those, and the modules that come from no tag. */
export function allModuleNames(): string[] {
  const paths = Object.keys(manifest.exports).filter((path) => path !== "." && !path.endsWith(".json"));
  return paths.map((path) => path.replace("./", ""));
}

export interface Loaded {
  sdk: Sdk;
  modules: Record<string, Namespace>;
}

/** The built package, imported under the names that a consumer writes. */
export async function loadPackage(): Promise<Loaded> {
  const load = (specifier: string): Promise<Namespace> => import(specifier);
  const modules = moduleNames().map(async (name) => [name, await load(`${manifest.name}/${name}`)]);
  return { sdk: await load(manifest.name), modules: Object.fromEntries(await Promise.all(modules)) };
}

/** The same, required by a CommonJS program. */
export function requirePackage(): Loaded {
  const require = createRequire(import.meta.url);
  const modules = moduleNames().map((name) => [name, require(`${manifest.name}/${name}`)]);
  return { sdk: require(manifest.name), modules: Object.fromEntries(modules) };
}

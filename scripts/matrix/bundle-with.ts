import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { installTools } from "./tools.ts";

export const BUNDLERS = {
  esbuild: "0.28.2",
  Rollup: "4.68.7",
  webpack: "5.112.2",
  Vite: "8.3.8",
} as const;

/**
 * Bundles a module and all that it imports into one ES module for browsers, minified.
 *
 * @param folder - folder of the project
 * @param entry - file in the project
 * @returns the code of the bundle
 */
export type Bundle = (folder: string, entry: string) => Promise<string>;

interface Esbuild {
  build(options: object): Promise<{ outputFiles: readonly { text: string }[] }>;
}

/** Bundles with esbuild, for the given conditions of `exports`. */
export async function bundleWithEsbuild(
  folder: string,
  entry: string,
  { conditions = [] }: { readonly conditions?: readonly string[] } = {},
): Promise<string> {
  const tools = await installTools(`esbuild@${BUNDLERS.esbuild}`);
  const { build } = load<Esbuild>(tools, "esbuild");
  const paths = { absWorkingDir: folder, entryPoints: [entry] };
  const output = { bundle: true, format: "esm", minify: true, write: false, logLevel: "silent", target: "es2022" };
  const { outputFiles } = await build({ ...paths, ...output, conditions });
  return outputFiles[0]?.text ?? "";
}

interface Rollup {
  rollup(options: object): Promise<{ generate(options: object): Promise<{ output: readonly { code: string }[] }> }>;
}

export const bundleWithRollup: Bundle = async (folder, entry) => {
  const plugins = ["@rollup/plugin-node-resolve@16.0.3", "@rollup/plugin-terser@1.0.2"];
  const tools = await installTools(`rollup@${BUNDLERS.Rollup}`, ...plugins);
  const { rollup } = load<Rollup>(tools, "rollup");
  const { nodeResolve } = load<{ nodeResolve(options: object): object }>(tools, "@rollup/plugin-node-resolve");
  const { default: terser } = load<{ default(options: object): object }>(tools, "@rollup/plugin-terser");
  const input = join(folder, entry);
  const bundle = await rollup({ input, plugins: [nodeResolve({ browser: true }), terser({ module: true })] });
  const { output } = await bundle.generate({ format: "esm" });
  return output[0]?.code ?? "";
};

type Webpack = (
  options: object,
  done: (error: Error | null, stats?: { toString(): string; hasErrors(): boolean }) => void,
) => void;

export const bundleWithWebpack: Bundle = async (folder, entry) => {
  const tools = await installTools(`webpack@${BUNDLERS.webpack}`);
  const webpack = load<Webpack>(tools, "webpack");
  await new Promise<void>((resolve, reject) => {
    const output = { path: join(folder, "webpack"), filename: "bundle.mjs", library: { type: "module" }, module: true };
    const options = {
      context: folder,
      entry: `./${entry}`,
      mode: "production",
      experiments: { outputModule: true },
      output,
    };
    webpack({ ...options, target: ["web", "es2022"], performance: false }, (error, stats) => {
      if (error || stats?.hasErrors()) reject(error ?? new Error(String(stats)));
      else resolve();
    });
  });
  return readFileSync(join(folder, "webpack", "bundle.mjs"), "utf8");
};

interface Vite {
  build(options: object): Promise<{ output: readonly { code: string }[] }>;
}

export const bundleWithVite: Bundle = async (folder, entry) => {
  const { build } = await loadVite();
  // As an application, because Vite minifies libraries less.
  const rollupOptions = { input: join(folder, entry), preserveEntrySignatures: "strict" };
  const options = { rollupOptions, write: false, modulePreload: false, target: "es2022" };
  const { output } = await build({ root: folder, configFile: false, logLevel: "silent", build: options });
  return output[0]?.code ?? "";
};

export async function loadVite(): Promise<Vite> {
  return load<Vite>(await installTools(`vite@${BUNDLERS.Vite}`), "vite");
}

/** Loads a tool, as an ES module or CommonJS. */
function load<Tool>(tools: string, name: string): Tool {
  return createRequire(join(tools, "package.json"))(name) as Tool;
}

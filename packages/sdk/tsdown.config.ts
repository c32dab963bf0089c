import { readdirSync } from "node:fs";
import type { UserConfig } from "tsdown";
import { exportClass } from "./class-export.ts";

/** One entry for each tag: `@keynest/sdk/projects`, `@keynest/sdk/sync/projects`. */
const entriesOf = (folder: string, prefix: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(new URL(`src/generated/${folder}`, import.meta.url))
      .filter((file) => file !== "index.gen.ts")
      .map((file) => [prefix + file.replace(".gen.ts", ""), `src/generated/${folder}/${file}`]),
  );

const config: UserConfig = {
  copy: [{ from: "../../spec/dist/openapi.json", to: "dist" }],
  entry: {
    index: "src/index.ts",
    node: "src/node.ts",
    sync: "src/sync.ts",
    webhooks: "src/webhooks/index.ts",
    ...entriesOf("operations", ""),
    ...entriesOf("sync", "sync/"),
  },
  fixedExtension: false,
  format: ["esm", "cjs"],
  // One chunk for all functions: Node loads a file faster than ten, and bundlers take from it what is used.
  outputOptions: {
    codeSplitting: { groups: [{ name: "operations", test: /(operations[\\/].*|client|security)\.gen\.ts$/ }] },
    comments: false,
    exports: "named",
  },
  hooks: {
    "build:done": ({ options }) => {
      if (options.format === "cjs") exportClass(options.outDir);
    },
  },
  platform: "neutral",
  sourcemap: true,
  target: "es2022",
};

export default config;

import { readdirSync } from "node:fs";
import type { UserConfig } from "tsdown";
import { exportClass } from "./class-export.ts";

/** One entry for each tag: `@keynest/sdk/projects`. */
const tags = readdirSync(new URL("src/generated/operations", import.meta.url)).map((file) => [
  file.replace(".gen.ts", ""),
  `src/generated/operations/${file}`,
]);

const config: UserConfig = {
  copy: [{ from: "../../spec/dist/openapi.json", to: "dist" }],
  entry: { index: "src/index.ts", node: "src/node.ts", webhooks: "src/webhooks/index.ts", ...Object.fromEntries(tags) },
  fixedExtension: false,
  format: ["esm", "cjs"],
  // One chunk for all functions: Node loads a file faster than ten, and bundlers take from it what is used.
  outputOptions: {
    codeSplitting: { groups: [{ name: "operations", test: /operations\/.*\.gen\.ts$/ }] },
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

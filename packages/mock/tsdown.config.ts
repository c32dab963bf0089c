import { fileURLToPath } from "node:url";
import type { UserConfig } from "tsdown";

const config: UserConfig = {
  entry: {
    index: "src/index.ts",
    cli: "src/cli/cli.ts",
    vitest: "src/vitest/index.ts",
    "vitest-config": "src/vitest/plugin.ts",
    "vitest-setup": "src/vitest/setup.ts",
  },
  // ESM only: Prism needs a Node in which `require()` loads ES modules, so CommonJS programs get this very build.
  format: "esm",
  platform: "node",
  target: "node24",
  fixedExtension: false,
  dts: true,
  sourcemap: true,
  // A failure here means that @keynest/spec has not been built.
  copy: [{ from: fileURLToPath(import.meta.resolve("@keynest/spec/openapi.json")), to: "dist" }],
};

export default config;

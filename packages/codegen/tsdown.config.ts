import type { UserConfig } from "tsdown";

const config: UserConfig = {
  entry: { index: "src/index.ts", cli: "src/cli.ts", "hey-api": "src/hey-api/index.ts" },
  fixedExtension: false,
  platform: "node",
  sourcemap: true,
  target: "node22.18",
};

export default config;

import type { UserConfig } from "tsdown";

const config: UserConfig = {
  // For consumers whose own libraries are older: the types name Symbol.asyncDispose.
  banner: { dts: '/// <reference lib="esnext.disposable" />' },
  // What stands under src/node imports src/index.ts alone, so that index holds nothing of it and both share one copy.
  entry: { index: "src/index.ts", node: "src/node/index.ts" },
  deps: { neverBundle: [/^node:/, "undici"] },
  format: ["esm", "cjs"],
  platform: "neutral",
  target: "es2022",
  dts: true,
  sourcemap: true,
};

export default config;

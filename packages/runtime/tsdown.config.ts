import type { UserConfig } from "tsdown";

const config: UserConfig = {
  // For consumers whose own libraries are older: the types name Symbol.asyncDispose.
  banner: { dts: '/// <reference lib="esnext.disposable" />' },
  entry: {
    index: "src/index.ts",
    node: "src/node/index.ts",
    sync: "src/sync/index.ts",
    "sync-worker": "src/sync/worker.ts",
  },
  deps: { neverBundle: [/^node:/, "undici"] },
  format: ["esm", "cjs"],
  platform: "neutral",
  target: "es2022",
  dts: true,
  sourcemap: true,
};

export default config;

import { defineConfig } from "tsdown";

const config: ReturnType<typeof defineConfig> = defineConfig({
  // For consumers whose own libraries are older: the types name Symbol.asyncDispose.
  banner: { dts: '/// <reference lib="esnext.disposable" />' },
  entry: "src/index.ts",
  format: ["esm", "cjs"],
  platform: "neutral",
  target: "es2022",
  dts: true,
  sourcemap: true,
});

export default config;

import type { UserConfig } from "tsdown";

const config: UserConfig = {
  // For consumers whose own libraries are older: the types name Symbol.asyncDispose.
  banner: { dts: '/// <reference lib="esnext.disposable" />' },
  entry: {
    index: "src/index.ts",
    node: "src/node/index.ts",
    // By itself, because openapi-fetch takes as long to load as all of index.
    "styled-target": "src/operation/parameters/styled-target.ts",
    digest: "src/credentials/digest.ts",
    "aws-signature": "src/credentials/aws-signature.ts",
    sync: "src/sync/index.ts",
    "sync-worker": "src/sync/worker.ts",
  },
  deps: { neverBundle: [/^node:/, "undici"] },
  format: ["esm", "cjs"],
  // One chunk for what the entries share: Node loads a file faster than several.
  outputOptions: {
    codeSplitting: {
      groups: [
        {
          name: "runtime",
          test: /src[\\/](?!node|sync|index|operation[\\/]parameters[\\/](styled|lay)|credentials[\\/](signing[\\/]|digest|aws)|.*\.d\.)/,
        },
      ],
    },
    comments: { annotation: true, jsdoc: false, legal: false },
  },
  platform: "neutral",
  target: "es2022",
  dts: true,
  sourcemap: true,
};

export default config;

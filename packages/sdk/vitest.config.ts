import type { ViteUserConfig } from "vitest/config";

const config: ViteUserConfig = {
  test: {
    include: ["test/**/*.test.ts"],
    // Files share a worker, so that Prism, which is most of what there is to load, is loaded once.
    isolate: false,
    // Built packages are loaded by Node itself, as in the program of a consumer.
    server: { deps: { external: [/\/dist\//] } },
    testTimeout: 30_000,
    hookTimeout: 120_000,
  },
};

export default config;

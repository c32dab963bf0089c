import type { ViteUserConfig } from "vitest/config";

const config: ViteUserConfig = {
  test: {
    include: ["test/**/*.test.ts"],
    // Files share a worker, so that TypeScript, Redocly and hey-api are loaded once.
    isolate: false,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
};

export default config;

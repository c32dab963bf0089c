import type { ViteUserConfig } from "vitest/config";

const config: ViteUserConfig = {
  test: {
    include: ["test/**/*.test.ts"],
    setupFiles: ["test/support/in-process.ts"],
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
};

export default config;

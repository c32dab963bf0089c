import type { ViteUserConfig } from "vitest/config";

const config: ViteUserConfig = {
  test: {
    include: ["test/**/*.test.ts"],
    // Files share a worker, so that Prism, which is most of what there is to load, is loaded once.
    isolate: false,
  },
};

export default config;

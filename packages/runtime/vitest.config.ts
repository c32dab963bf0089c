import type { ViteUserConfig } from "vitest/config";

const test = { include: ["test/**/*.test.ts"], testTimeout: 60_000 };

const config: ViteUserConfig = {
  test: {
    projects: [
      { test: { ...test, name: "runtime" } },
      // Both versions of undici that the package declares.
      {
        resolve: { alias: { undici: "undici-8" } },
        test: { ...test, name: "undici 8", include: ["test/node/{exchange,proxy,tls}.test.ts"] },
      },
    ],
  },
};

export default config;

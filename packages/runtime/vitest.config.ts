import type { ViteUserConfig } from "vitest/config";

const test = { include: ["test/**/*.test.ts"], testTimeout: 60_000 };
/** What these are about, such as warnings, is there once in a process. */
const OF_PROCESSES = ["test/node/**/*.test.ts"];

const config: ViteUserConfig = {
  test: {
    projects: [
      // Files share a worker: starting one for each took as long as the tests.
      { test: { ...test, name: "runtime", exclude: OF_PROCESSES, isolate: false } },
      { test: { ...test, name: "node", include: OF_PROCESSES } },
      // Both versions of undici that the package declares.
      {
        resolve: { alias: { undici: "undici-8" } },
        test: { ...test, name: "undici 8", include: ["test/node/{exchange,proxy,tls}.test.ts"] },
      },
    ],
  },
};

export default config;

import type { ViteUserConfig } from "vitest/config";

/** Releases and installations take a while, and longer on a machine that does other things, too. */
const config: ViteUserConfig = { test: { testTimeout: 120_000, hookTimeout: 240_000 } };

export default config;

import { fileURLToPath } from "node:url";
import type { KeyNestOptions } from "../keynest/backend/options.ts";
import { type MockOptions, startMock } from "../keynest/start-mock.ts";
import { type Control, startControl } from "./control.ts";

/** Options of the mocks of a run. Options of a single mock are left out, because each test file has its own mock. */
export interface TestMockOptions extends Omit<MockOptions, "port" | "onRequest" | "stateful"> {
  /** As for `startMock`, without a data file. */
  stateful?: boolean | Omit<KeyNestOptions, "data">;
}

/** The parts of the context of a Vitest plugin that this one uses. */
interface VitestContext {
  vitest: { onClose(close: () => Promise<void>): void };
  project: { provide(key: "keynestMock", value: string): void };
}

/** A Vitest plugin, for any version of Vite. */
export interface KeyNestMockPlugin {
  name: string;
  config(): { test: { setupFiles: string[]; server: { deps: { inline: string[] } } } };
  configureVitest(context: VitestContext): Promise<void>;
}

/**
 * Starts the mock server once for a run of Vitest. Each test file gets a mock of its own from it, as `mock` of
 * `@keynest/mock/vitest`, and a test whose requests break the description fails.
 *
 * @param options - as for `startMock`; ports are picked by the system
 * @example
 * // vitest.config.ts
 * import { keynestMock } from "@keynest/mock/vitest/config";
 * import { defineConfig } from "vitest/config";
 *
 * export default defineConfig({ plugins: [keynestMock()] });
 */
export function keynestMock(options: TestMockOptions = {}): KeyNestMockPlugin {
  let started: Promise<Control> | undefined;
  const setupFile = fileURLToPath(import.meta.resolve("@keynest/mock/vitest/setup"));
  return {
    name: "@keynest/mock",
    // Inline, because without `isolate` a setup file runs for each test file only if Vitest loads it rather than Node.
    config: () => ({ test: { setupFiles: [setupFile], server: { deps: { inline: [setupFile] } } } }),
    async configureVitest({ vitest, project }) {
      started ??= startControl(() => startMock(options));
      const control = await started;
      project.provide("keynestMock", control.url);
      vitest.onClose(() => control.close());
    },
  };
}

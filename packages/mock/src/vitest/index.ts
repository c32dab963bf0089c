import { current, type TestMock } from "./test-mock.ts";

export type { TestMock } from "./test-mock.ts";

/**
 * The mock server of this test file.
 *
 * @example
 * import { createClient, listProjects, tokenAuth } from "@keynest/sdk";
 * import { mock } from "@keynest/mock/vitest";
 *
 * const client = createClient({ baseUrl: mock.url, auth: tokenAuth("0123") });
 */
export const mock: TestMock = {
  get url() {
    return current().url;
  },
  next: (...planned) => current().next(...planned),
  requests: () => current().requests(),
  violations: () => current().violations(),
  allowViolations: () => current().allowViolations(),
  reset: () => current().reset(),
};

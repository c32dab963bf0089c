// What is published is not what the other tests run: a bundler has been over it.
import { expect, test } from "vitest";
import { type Mock, startMock } from "../src/index.ts";

test("the built package responds to a path that cannot be decoded as its sources do", async () => {
  const built = (await import(new URL("../dist/index.js", import.meta.url).href)) as { startMock: typeof startMock };
  const statusOf = async (mock: Mock): Promise<number> => {
    await using _ = mock;
    return (await fetch(`${mock.url}/api/projects/%zz/`)).status;
  };
  expect(await statusOf(await built.startMock())).toBe(await statusOf(await startMock()));
});

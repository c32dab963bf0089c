// A setup file of Vitest: opens a mock for the test file that comes, and watches over its tests.
import { afterAll, afterEach, inject } from "vitest";
import { report } from "../server/recording.ts";
import { openTestMock } from "./test-mock.ts";

const { ask, takeAllowance } = await openTestMock(inject("keynestMock"));

const check = async (): Promise<void> => {
  const violations = await ask("violations");
  await ask("forget");
  if (!takeAllowance() && violations.length > 0) throw new Error(report(violations));
};

afterEach(check);
afterAll(async () => {
  // What the file itself did after its last test.
  await check();
  await ask("close");
});

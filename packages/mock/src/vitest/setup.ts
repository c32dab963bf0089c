// A setup file of Vitest: opens a mock for a test file, and checks for violations after each test.
import { afterAll, afterEach, inject } from "vitest";
import { violationReport } from "../server/recording.ts";
import { openTestMock } from "./test-mock.ts";

const { ask, takeAllowance } = await openTestMock(inject("keynestMock"));

const check = async (): Promise<void> => {
  const violations = await ask("violations");
  await ask("forget");
  if (!takeAllowance() && violations.length > 0) throw new Error(violationReport(violations));
};

afterEach(check);
afterAll(async () => {
  // For requests of the file after its last test.
  await check();
  await ask("close");
});

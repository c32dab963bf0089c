import { expect, test } from "vitest";
import { CommandError } from "../../command.ts";
import { type Cell, type Lab, UnavailableError } from "../../matrix/cell.ts";
import { type Outcome, tryCell } from "../../matrix/try-cell.ts";

const lab: Lab = {
  mockUrl: "http://127.0.0.1:9",
  project() {
    throw new Error("not needed");
  },
};

function attempt(run: Cell["run"], explained?: string): Promise<Outcome> {
  return tryCell({ group: "Runs", row: "Node", column: "ESM", run, ...(explained ? { explained } : {}) }, lab);
}

test("a cell that resolves works, and may have a note", async () => {
  expect(await attempt(async () => "4 kB")).toMatchObject({ state: "works", note: "4 kB" });
});

test("a cell that throws fails, with the error as the reason", async () => {
  const run = () => Promise.reject(new Error("no such file"));
  expect(await attempt(run)).toMatchObject({ state: "fails", reason: "no such file" });
});

test("the reason of a failed command is its output, shortened and without colours", async () => {
  const output = `\u001b[31merror TS1\u001b[0m\n${"error TS2\n".repeat(50)}`;
  const { reason = "" } = await attempt(() => Promise.reject(new CommandError("tsc", "exit code 2", output)));
  expect(reason).toMatch(/^error TS1\nerror TS2\n/);
  expect(reason.split("\n")).toHaveLength(13);
});

test("a cell whose tool is not available is unknown", async () => {
  const run = () => Promise.reject(new UnavailableError("There is no Chromium here."));
  expect(await attempt(run)).toMatchObject({ state: "unknown", reason: "There is no Chromium here." });
});

test("a cell that cannot work has its explanation as the reason", async () => {
  const run = () => Promise.reject(new Error("TS1234"));
  expect(await attempt(run, "Its compiler is too old.")).toMatchObject({
    state: "explained",
    reason: "Its compiler is too old.",
  });
});

test("a cell that works in spite of its explanation fails", async () => {
  const outcome = await attempt(async () => undefined, "Its compiler is too old.");
  expect(outcome).toMatchObject({ state: "fails", reason: expect.stringContaining("It works now") });
});

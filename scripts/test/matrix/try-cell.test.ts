import { expect, test } from "vitest";
import { CommandError } from "../../command.ts";
import { type Cell, type Lab, Unavailable } from "../../matrix/cell.ts";
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

test("a cell that runs to its end works, and may have a note", async () => {
  expect(await attempt(async () => "4 kB")).toMatchObject({ state: "works", note: "4 kB" });
});

test("one that throws fails, for the reason that it gives", async () => {
  const run = () => Promise.reject(new Error("no such file"));
  expect(await attempt(run)).toMatchObject({ state: "fails", reason: "no such file" });
});

test("of a command, what it printed is the reason, without colours and not at full length", async () => {
  const output = `\u001b[31merror TS1\u001b[0m\n${"error TS2\n".repeat(50)}`;
  const { reason = "" } = await attempt(() => Promise.reject(new CommandError("tsc", "exit code 2", output)));
  expect(reason).toMatch(/^error TS1\nerror TS2\n/);
  expect(reason.split("\n")).toHaveLength(13);
});

test("one whose tool cannot be had is not known to work or to fail", async () => {
  const run = () => Promise.reject(new Unavailable("There is no Chromium here."));
  expect(await attempt(run)).toMatchObject({ state: "unknown", reason: "There is no Chromium here." });
});

test("one that cannot work, as explained, gives the explanation", async () => {
  const run = () => Promise.reject(new Error("TS1234"));
  expect(await attempt(run, "Its compiler is too old.")).toMatchObject({
    state: "explained",
    reason: "Its compiler is too old.",
  });
});

test("an explanation that is no longer true is a failure", async () => {
  const outcome = await attempt(async () => undefined, "Its compiler is too old.");
  expect(outcome).toMatchObject({ state: "fails", reason: expect.stringContaining("It works by now") });
});

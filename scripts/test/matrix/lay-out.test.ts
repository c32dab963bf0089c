import { expect, test } from "vitest";
import { CELLS } from "../../matrix/cells.ts";
import { layOut } from "../../matrix/lay-out.ts";
import type { Outcome } from "../../matrix/try-cell.ts";

function outcome(row: string, column: string, rest: Partial<Outcome> = {}): Outcome {
  const cell = { group: "Runs", row, column, run: async () => undefined };
  return { cell, state: "works", ms: 12, ...rest };
}

test("formats a table, with notes, and a dash for a missing cell", () => {
  const outcomes = [outcome("Node", "ESM"), outcome("Node", "CommonJS", { note: "4 kB" }), outcome("workerd", "ESM")];
  expect(layOut(outcomes)).toEqual([
    "",
    "Runs         ESM       CommonJS",
    "Node     ✓ 12 ms  ✓ 4 kB, 12 ms",
    "workerd  ✓ 12 ms              –",
  ]);
});

test("adds one sentence for all cells that fail for the same reason", () => {
  const failed = { state: "fails", reason: "no File" } as const;
  const outcomes = [
    outcome("Node", "ESM", failed),
    outcome("Node", "CommonJS", failed),
    outcome("Chromium", "ESM", { state: "unknown", reason: "not here" }),
  ];
  expect(layOut(outcomes).slice(-2)).toEqual(["✗ Node, ESM; Node, CommonJS: no File", "? Chromium, ESM: not here"]);
});

test("every cell of the matrix has a unique place", () => {
  const places = CELLS.map(({ group, row, column }) => `${group}/${row}/${column}`);
  expect(places.length).toBeGreaterThan(0);
  expect(places.filter((place, at) => places.indexOf(place) !== at)).toEqual([]);
});

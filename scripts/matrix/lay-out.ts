import { table } from "../table.ts";
import type { Outcome } from "./try-cell.ts";

const MARKS = { works: "✓", fails: "✗", explained: "✗*", unknown: "?" };

/**
 * Formats a table for each group of cells, followed by a sentence for every cell that does not work. Returns lines.
 */
export function layOut(outcomes: readonly Outcome[]): string[] {
  const groups = Map.groupBy(outcomes, ({ cell }) => cell.group);
  return [...groups].flatMap(([group, members]) => {
    const columns = unique(members.map(({ cell }) => cell.column));
    const rows = unique(members.map(({ cell }) => cell.row)).map((row) => [
      row,
      ...columns.map((column) => show(members.find(({ cell }) => cell.row === row && cell.column === column))),
    ]);
    return ["", ...table([[group, ...columns], ...rows]), ...sentences(members)];
  });
}

/** Groups cells that fail for the same reason. */
function sentences(outcomes: readonly Outcome[]): string[] {
  const failed = outcomes.filter(({ state }) => state !== "works");
  const alike = Map.groupBy(failed, ({ state, reason }) => `${state} ${reason}`);
  return [...alike.values()].flatMap((members) => {
    const cells = members.map(({ cell }) => `${cell.row}, ${cell.column}`).join("; ");
    return members.slice(0, 1).map(({ state, reason }) => `${MARKS[state]} ${cells}: ${reason}`);
  });
}

/** Formats an outcome; empty without one. */
function show(outcome: Outcome | undefined): string {
  if (!outcome) return "–";
  const { state, ms, note } = outcome;
  return `${MARKS[state]} ${note === undefined ? "" : `${note}, `}${ms} ms`;
}

function unique(texts: readonly string[]): string[] {
  return [...new Set(texts)];
}

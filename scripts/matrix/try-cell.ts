import { stripVTControlCharacters } from "node:util";
import { CommandError } from "../command.ts";
import { type Cell, type Lab, UnavailableError } from "./cell.ts";

/** The most characters of a reason, because compilers may print a lot. */
const MOST_LINES = 12;

/** The outcome of a cell. */
export interface Outcome {
  readonly cell: Cell;
  /** `explained`: it fails, as the cell explains. `unknown`: a tool is not available. */
  readonly state: "works" | "fails" | "explained" | "unknown";
  readonly ms: number;
  /** Note to show with the time. */
  readonly note?: string | undefined;
  /** Why it failed or could not run. */
  readonly reason?: string;
}

/** Runs a cell, and catches all errors. */
export async function tryCell(cell: Cell, lab: Lab): Promise<Outcome> {
  const started = performance.now();
  const outcome = await cell.run(lab).then(
    (note) => ({ state: "works", note }) as const,
    (error: unknown) =>
      ({ state: error instanceof UnavailableError ? "unknown" : "fails", reason: messageOf(error) }) as const,
  );
  const common = { cell, ms: Math.round(performance.now() - started) };
  if (cell.explained === undefined || outcome.state === "unknown") return { ...common, ...outcome };
  if (outcome.state === "fails") return { ...common, state: "explained", reason: cell.explained };
  return {
    ...common,
    state: "fails",
    reason: `It works now, but its explanation says that it cannot: ${cell.explained}`,
  };
}

/** Returns the first lines of an error, or of the output of a failed command. */
function messageOf(error: unknown): string {
  const text = error instanceof CommandError ? error.output : error instanceof Error ? error.message : String(error);
  const lines = stripVTControlCharacters(text).trim().split("\n");
  return lines.length > MOST_LINES ? `${lines.slice(0, MOST_LINES).join("\n")}\n…` : lines.join("\n");
}

import { stripVTControlCharacters } from "node:util";
import { CommandError } from "../command.ts";
import { type Cell, type Lab, Unavailable } from "./cell.ts";

/** Compilers can have a lot to say. */
const MOST_LINES = 12;

/** What came of a cell. */
export interface Outcome {
  readonly cell: Cell;
  /** `explained`: it fails, as the cell says. `unknown`: a tool cannot be had here. */
  readonly state: "works" | "fails" | "explained" | "unknown";
  readonly ms: number;
  /** What to show beside the time. */
  readonly note?: string | undefined;
  /** Why it does not work, or is not known to. */
  readonly reason?: string;
}

/** Tries a cell, whatever it does. */
export async function tryCell(cell: Cell, lab: Lab): Promise<Outcome> {
  const started = performance.now();
  const outcome = await cell.run(lab).then(
    (note) => ({ state: "works", note }) as const,
    (error: unknown) =>
      ({ state: error instanceof Unavailable ? "unknown" : "fails", reason: messageOf(error) }) as const,
  );
  const common = { cell, ms: Math.round(performance.now() - started) };
  if (cell.explained === undefined || outcome.state === "unknown") return { ...common, ...outcome };
  if (outcome.state === "fails") return { ...common, state: "explained", reason: cell.explained };
  return { ...common, state: "fails", reason: `It works by now, but is said not to: ${cell.explained}` };
}

/** The first lines say it; of a command, the first lines of what it printed. */
function messageOf(error: unknown): string {
  const text = error instanceof CommandError ? error.output : error instanceof Error ? error.message : String(error);
  const lines = stripVTControlCharacters(text).trim().split("\n");
  return lines.length > MOST_LINES ? `${lines.slice(0, MOST_LINES).join("\n")}\n…` : lines.join("\n");
}

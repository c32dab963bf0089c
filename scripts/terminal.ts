import { styleText } from "node:util";

type Style = Parameters<typeof styleText>[0];

/** Styles a text for standard output. Returns plain text if it is not a terminal, or NO_COLOR is set. */
export function style(format: Style, text: string): string {
  return styleText(format, text, { stream: process.stdout });
}

/** Returns `✓` or `✗`, in colour. */
export function statusMark(ok: boolean): string {
  return ok ? style("green", "✓") : style("red", "✗");
}

/** Returns the seconds since a `performance.now()`, such as `1.4 s`. */
export function secondsSince(started: number): string {
  return `${((performance.now() - started) / 1000).toFixed(1)} s`;
}

/** Prints a line. */
export function printLine(line = ""): void {
  process.stdout.write(`${line}\n`);
}

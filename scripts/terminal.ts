import { styleText } from "node:util";

type Style = Parameters<typeof styleText>[0];

/** Styles a text for standard output: plain where that is no terminal, or NO_COLOR is set. */
export function style(format: Style, text: string): string {
  return styleText(format, text, { stream: process.stdout });
}

/** `✓` or `✗`, in colour. */
export function mark(ok: boolean): string {
  return ok ? style("green", "✓") : style("red", "✗");
}

/** Seconds since a time of `performance.now()`, such as `1.4 s`. */
export function secondsSince(started: number): string {
  return `${((performance.now() - started) / 1000).toFixed(1)} s`;
}

/** Prints a line. */
export function say(line = ""): void {
  process.stdout.write(`${line}\n`);
}

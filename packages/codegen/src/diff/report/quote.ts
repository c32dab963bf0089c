import { stableJson } from "../schema/stable-json.ts";

/** The most characters of a quoted text in a message. */
const LONGEST = 80;

/** Puts a text on one line, without control characters that would act on a terminal. */
export function oneLine(text: string): string {
  return text
    .replace(/[^\P{C}\s]/gu, "")
    .replace(/\s+/g, " ")
    .trim();
}

/** Puts a name or code in backticks, on one line, so that nothing in it ends them. */
export function inBackticks(text: string): string {
  const line = oneLine(text).replaceAll("`", "'");
  return `\`${line.length > LONGEST ? `${line.slice(0, LONGEST - 1)}…` : line}\``;
}

/** Puts a value in backticks, as JSON. */
export const quoteValue = (value: unknown): string =>
  value === undefined ? "nothing" : inBackticks(stableJson(value));

/** Lists texts: `a`, `a and b`, or `a, b and 3 more`. */
export function enumerate(texts: readonly string[], most = 4): string {
  const shown = texts.length > most ? texts.slice(0, most - 1) : texts;
  const rest = texts.length - shown.length;
  const all = rest > 0 ? [...shown, `${rest} more`] : shown;
  return all.length > 1 ? `${all.slice(0, -1).join(", ")} and ${all.at(-1)}` : (all[0] ?? "");
}

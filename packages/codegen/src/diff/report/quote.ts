import { stableJson } from "../schema/stable-json.ts";

/** Longer texts are cut in messages. */
const LONGEST = 80;

/** A text on one line, without what terminals would act on. */
export function oneLine(text: string): string {
  return text
    .replace(/[^\P{C}\s]/gu, "")
    .replace(/\s+/g, " ")
    .trim();
}

/** A name or a piece of code in a message, in backticks, on one line, and without a way out of them. */
export function quote(text: string): string {
  const line = oneLine(text).replaceAll("`", "'");
  return `\`${line.length > LONGEST ? `${line.slice(0, LONGEST - 1)}…` : line}\``;
}

/** A value in a message, as JSON. */
export const quoteValue = (value: unknown): string => (value === undefined ? "nothing" : quote(stableJson(value)));

/** `a`, `a and b`, or `a, b and 3 more`. */
export function enumerate(texts: readonly string[], most = 4): string {
  const shown = texts.length > most ? texts.slice(0, most - 1) : texts;
  const rest = texts.length - shown.length;
  const all = rest > 0 ? [...shown, `${rest} more`] : shown;
  return all.length > 1 ? `${all.slice(0, -1).join(", ")} and ${all.at(-1)}` : (all[0] ?? "");
}

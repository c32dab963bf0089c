/** `a`, or `a and b`, or `a, b and c`. */
export function enumerate(texts: readonly string[]): string {
  return texts.length > 1 ? `${texts.slice(0, -1).join(", ")} and ${texts.at(-1)}` : (texts[0] ?? "");
}

/** A message in Markdown: what stands outside of code says what it says. */
export function escapeMarkdown(message: string): string {
  return message
    .split(/(`[^`]*`)/)
    .map((part, position) => (position % 2 === 1 ? part : part.replace(/[\\<>[\]*_|#]/g, "\\$&")))
    .join("");
}

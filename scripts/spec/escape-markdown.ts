/** Escapes Markdown in a message, outside of code. */
export function escapeMarkdown(message: string): string {
  return message
    .split(/(`[^`]*`)/)
    .map((part, position) => (position % 2 === 1 ? part : part.replace(/[\\<>[\]*_|#]/g, "\\$&")))
    .join("");
}

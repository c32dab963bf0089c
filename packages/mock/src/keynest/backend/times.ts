/** How the server writes times in most answers: with six digits of a second, or none, and `Z`. */
export function isoTime(ms: number): string {
  return new Date(ms).toISOString().replace(/\.(\d{3})Z$/, (_, digits) => (digits === "000" ? "Z" : `.${digits}000Z`));
}

/** How the server writes times of members: with an offset. */
export function offsetTime(ms: number): string {
  return isoTime(ms).replace(/Z$/, "+00:00");
}

/** How the server writes times without a time zone. */
export function plainTime(ms: number): string {
  return new Date(ms).toISOString().slice(0, 19).replace("T", " ");
}

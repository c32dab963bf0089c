/** Writes a time as in most responses: with six digits of a second, or none, and `Z`. */
export function isoTime(ms: number): string {
  return new Date(ms).toISOString().replace(/\.(\d{3})Z$/, (_, digits) => (digits === "000" ? "Z" : `.${digits}000Z`));
}

/** Writes a time of a member: with an offset. */
export function offsetTime(ms: number): string {
  return isoTime(ms).replace(/Z$/, "+00:00");
}

/** Writes a time without a time zone. */
export function plainTime(ms: number): string {
  return new Date(ms).toISOString().slice(0, 19).replace("T", " ");
}

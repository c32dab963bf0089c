/** Replaces a secret, or a text that could not be searched for secrets. */
export const REDACTED = "[redacted]";

/** Runs of white space and of characters without a glyph (control characters, half surrogate pairs). */
export const BLANKS: RegExp = /[\s\p{C}]+/gu;

/**
 * Hides secrets in a text, and puts the text on one line.
 *
 * @param text - may be long: only the part that can be shown is searched
 * @param secrets - may be long, and many
 * @param atMost - how many characters the caller shows; it cuts off the rest
 */
export type Hide = (text: string, secrets: readonly string[], atMost: number) => string;

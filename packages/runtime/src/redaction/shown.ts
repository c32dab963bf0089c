/** What is shown in the place of a secret, and of a text in which secrets could not be looked for. */
export const REDACTED = "[redacted]";

/** Runs of white space, and of what has no glyph (control characters, half surrogate pairs). */
export const BLANKS: RegExp = /[\s\p{C}]+/gu;

/**
 * Hides secrets in a text, and makes one line of it.
 *
 * @param text - may be long: only as much of it is looked at as can be shown
 * @param secrets - may be long, and many
 * @param atMost - how many characters the caller shows, who cuts off the rest
 */
export type Hide = (text: string, secrets: readonly string[], atMost: number) => string;

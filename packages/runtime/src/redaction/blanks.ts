const BLANK = /^[\s\p{C}]$/u;

/** The number of code units of the blank at a position; 0 if there is another character. */
export function blankAt(text: string, position: number): number {
  const code = text.codePointAt(position) ?? 0x21;
  if (code > 0x20 && code < 0x7f) return 0;
  // Quicker than the pattern, for long runs of them.
  if (code <= 0x20) return 1;
  const isSecondHalf = code >= 0xdc00 && code < 0xe000 && (text.codePointAt(position - 1) ?? 0) > 0xffff;
  if (isSecondHalf) return 0;
  const length = code > 0xffff ? 2 : 1;
  return BLANK.test(text.slice(position, position + length)) ? length : 0;
}

/** The first position, from the given one on, that is not a blank. */
export function skipBlanks(text: string, position: number): number {
  let end = position;
  for (let blank = blankAt(text, end); blank; blank = blankAt(text, end)) end += blank;
  return end;
}

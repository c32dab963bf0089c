/**
 * Whether a text of a server is a sentence about a field, not the value of the field. In a list, such as ["This field may
 * not be null."], it has several words; outside of a list, it also begins and ends like a sentence.
 */
export function isSentence(text: string, inList: boolean): boolean {
  return inList ? /\S\s+\S/.test(text) : /^\p{Lu}.*\s.*[.!]$/su.test(text);
}

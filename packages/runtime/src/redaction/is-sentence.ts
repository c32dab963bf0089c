/**
 * Whether a server says something about a field of this name, rather than quote its value: in a list, as "This field may
 * not be null." is, it has several words; by itself it also begins and ends as a sentence.
 */
export function isSentence(text: string, inList: boolean): boolean {
  return inList ? /\S\s+\S/.test(text) : /^\p{Lu}.*\s.*[.!]$/su.test(text);
}

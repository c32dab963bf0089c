/** The most characters of a short secret, which is hidden only where it stands alone. */
export const MOST_OF_SHORT = 3;

/**
 * Finds the places where a short secret, or one that equals the name of a field, is a value. As a part of another word it
 * reveals nothing, and hiding it garbles the text. If it is a word or a number itself (`a`, `on`, `1`, `password`), it
 * counts in quotes or brackets, after `:` or `=` at the end of a clause, or as the whole text: "a value is required" stays.
 *
 * @param text - with single spaces only
 * @returns positions
 */
export function placesOfShort(text: string, secret: string): number[] {
  const places: number[] = [];
  for (let place = text.indexOf(secret); place >= 0; place = text.indexOf(secret, place + 1)) {
    const end = place + secret.length;
    const before = text.slice(Math.max(0, place - 2), place);
    const after = text.slice(end, end + 2);
    if (joins(before.slice(-1), secret.slice(0, 1)) || joins(secret.slice(-1), after.slice(0, 1))) continue;
    const isOrdinary = /^(\p{L}+|\d+)$/u.test(secret);
    if (!isOrdinary || isEnclosed(before, after) || isAssigned(before, after)) places.push(place);
  }
  return places;
}

function isEnclosed(before: string, after: string): boolean {
  return /["'`“”‘’«»<([{\\]$/.test(before) && /^["'`“”‘’«»>)\]}\\]/.test(after);
}

function isAssigned(before: string, after: string): boolean {
  return /([:=]|^) ?$/.test(before) && /^ ?($|[,;.!)\]}])/.test(after);
}

/** Whether two characters belong to one word. */
function joins(one: string, other: string): boolean {
  return /^[\p{L}\p{N}_]{2}$/u.test(one + other);
}

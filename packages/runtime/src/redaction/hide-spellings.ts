import { MOST_OF_SHORT } from "./short-secrets.ts";
import { BLANKS, REDACTED } from "./shown.ts";

/**
 * Hides a few secrets, such as credentials, in the spellings of URLs, forms and JSON. Operations with sensitive fields use
 * `hideAnywhere` instead.
 */
export function hideSpellings(text: string, secrets: readonly string[], atMost: number): string {
  // The longest first, so that none hides a longer one that begins with it.
  const written = [...new Set(secrets.flatMap(spellings))].sort((one, other) => other.length - one.length);
  // A secret that begins within the first `atMost` characters ends within `atMost + reach`.
  const reach = written[0]?.length ?? 0;
  let shown = fold(text.slice(0, atMost + reach));
  for (const secret of written) shown = hideOne(shown, fold(secret).trim() || "\0");
  return text.length > atMost + reach ? shown.slice(0, Math.max(0, shown.length - reach)) : shown;
}

/** A short one is hidden only where it is a word by itself: as a part of others it tells nothing. */
function hideOne(text: string, secret: string): string {
  if (secret.length > MOST_OF_SHORT) return text.replaceAll(secret, REDACTED);
  const isPartOfWord = (position: number) => /[\p{L}\p{N}]/u.test(text.charAt(position));
  return text.replaceAll(secret, (match, position: number) =>
    isPartOfWord(position - 1) || isPartOfWord(position + secret.length) ? match : REDACTED,
  );
}

function fold(text: string): string {
  return text.replace(BLANKS, " ");
}

/** Unchanged, in a form, in a URL, and in JSON. */
function spellings(secret: string): string[] {
  const inForm = `${new URLSearchParams({ "": secret })}`.slice(1);
  const inUrl = inForm.replaceAll("+", "%20");
  const inLowerCase = inUrl.replace(/%../g, (code) => code.toLowerCase());
  return [secret, inForm, inUrl, inLowerCase, JSON.stringify(secret).slice(1, -1)];
}

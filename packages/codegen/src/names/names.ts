/** Words that cannot name a function or a type, and names that would make a module behave strangely. */
const RESERVED = new Set(
  (
    "arguments await break case catch class const continue debugger default delete do else enum eval export extends " +
    "false finally for function if implements import in instanceof interface let new null package private protected " +
    "public return static super switch then this throw true try typeof undefined var void while with yield " +
    "any unknown never object string number boolean symbol bigint " +
    // A module that exports `then` is called when it is imported dynamically; CommonJS has the others for itself.
    "then require exports"
  ).split(" "),
);

/** File names that Windows keeps for devices. */
const DEVICE = /^(con|prn|aux|nul|com\d|lpt\d)$/i;

/**
 * Letters and digits that every tool takes in identifiers: not those of Unicode's later versions, which older tools do
 * not know, nor those beyond the first plane, where they come from.
 */
const LETTER =
  "(?![\\u{10000}-\\u{10ffff}\\u088f\\u0c5c\\u0cdc\\u1c89\\u1c8a\\u2e2f\\ua7cb-\\ua7dc\\ua7f1])[\\p{L}\\p{Nd}\\p{Nl}]";
const MARK = "(?![\\u{10000}-\\u{10ffff}\\u0897\\u1acf-\\u1aeb])[\\p{Mn}\\p{Mc}]";
const WORD = new RegExp(`${LETTER}(?:${LETTER}|${MARK})*`, "gu");

/** File systems end names at 255 bytes; a letter takes up to four, and an ending follows. */
const LONGEST_FILE_NAME = 50;

/**
 * Splits a name from a description into words. Accents of Latin letters are dropped; everything that is no letter or
 * digit is a border, and so is the start of a capitalized word: `listAPIKeys` is `list API Keys`, `RedirectURLs` is
 * `Redirect URLs`.
 */
export function words(name: string): string[] {
  // Marks of other scripts are part of their words, and Hangul comes apart when it is not composed again.
  const plain = name
    .normalize("NFKD")
    .replace(/(\p{Script=Latin})\p{M}+/gu, "$1")
    .normalize("NFC");
  const found = plain
    .replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2")
    .replace(/(\p{N}|\p{Lu}{2,})(\p{Lu}(?!s(?!\p{Ll}))\p{Ll})/gu, "$1 $2")
    .match(WORD);
  // Only symbols: their code points are the one name that is stable and readable by machines.
  return found ?? Array.from(plain.trim() || "empty", (char) => `u${char.codePointAt(0)?.toString(16)}`);
}

const capitalize = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** `list-projects` → `listProjects`, `GetURL` → `getURL`, `delete` → `delete_`, `2fa` → `_2fa`. */
export function camelCase(name: string): string {
  return identifier(camelWords(name));
}

/** Names that every object has, and one that would make a promise of it. */
const MEMBERS = new Set([...Object.getOwnPropertyNames(Object.prototype), "then", "toJSON"]);

/** The same for members of objects, which may be called like reserved words: `delete` stays `delete`. */
export function memberName(name: string): string {
  const member = camelWords(name);
  return MEMBERS.has(member) ? `${member}_` : startLetter(member);
}

function camelWords(name: string): string {
  const [first = "", ...rest] = words(name);
  const head = first === first.toUpperCase() ? first.toLowerCase() : first.charAt(0).toLowerCase() + first.slice(1);
  return head + rest.map(capitalize).join("");
}

/** `api key` → `ApiKey`, `HTTPError` → `HTTPError`. */
export function pascalCase(name: string): string {
  return identifier(words(name).map(capitalize).join(""));
}

/** `Audit Logs` → `audit-logs`; never a name that a file system would refuse or take for another. */
export function kebabCase(name: string): string {
  const whole = Array.from(words(name).join("-").toLowerCase().normalize("NFC"));
  const kebab = whole.slice(0, LONGEST_FILE_NAME).join("").replace(/-$/, "");
  return DEVICE.test(kebab) ? `${kebab}_` : kebab;
}

/** Makes `name` a valid identifier that is no reserved word. */
function identifier(name: string): string {
  return RESERVED.has(name) ? `${name}_` : startLetter(name);
}

function startLetter(name: string): string {
  return /^\p{N}/u.test(name) ? `_${name}` : name;
}

/** Hands out names once each: a name that is taken gets the first free number from 2 on. */
export class NameRegistry {
  readonly #taken: Set<string>;

  /** @param reserved Names that are taken from the start. */
  constructor(reserved: Iterable<string> = []) {
    this.#taken = new Set(reserved);
  }

  /** Whether `name` is taken. */
  has(name: string): boolean {
    return this.#taken.has(name);
  }

  /**
   * Takes `name`, or `name` with a number, and returns what was taken.
   *
   * @param derive Gives all names that are taken with it, itself included.
   */
  take(name: string, derive: (name: string) => readonly string[] = (one) => [one]): string {
    let free = name;
    for (let number = 2; derive(free).some((one) => this.has(one)); number++) free = `${name}${number}`;
    for (const one of derive(free)) this.#taken.add(one);
    return free;
  }
}

/** Reserved words, and names with a special meaning as exports of a module. */
const RESERVED = new Set(
  (
    "arguments await break case catch class const continue debugger default delete do else enum eval export extends " +
    "false finally for function if implements import in instanceof interface let new null package private protected " +
    "public return static super switch then this throw true try typeof undefined var void while with yield " +
    "any unknown never object string number boolean symbol bigint " +
    // `import()` calls an export named `then`; CommonJS modules declare the others.
    "then require exports"
  ).split(" "),
);

/** Device names, which Windows does not allow as file names. */
const DEVICE = /^(con|prn|aux|nul|com\d|lpt\d)$/i;

/**
 * Letters and digits that all tools accept in identifiers. Excludes recent additions to Unicode and the supplementary
 * planes, which older tools do not support.
 */
const LETTER =
  "(?![\\u{10000}-\\u{10ffff}\\u088f\\u0c5c\\u0cdc\\u1c89\\u1c8a\\u2e2f\\ua7cb-\\ua7dc\\ua7f1])[\\p{L}\\p{Nd}\\p{Nl}]";
const MARK = "(?![\\u{10000}-\\u{10ffff}\\u0897\\u1acf-\\u1aeb])[\\p{Mn}\\p{Mc}]";
const WORD = new RegExp(`${LETTER}(?:${LETTER}|${MARK})*`, "gu");

/** File systems limit names to 255 bytes; a letter takes up to four, and an extension follows. */
const LONGEST_FILE_NAME = 50;

/**
 * Splits a name into words: at every character that is not a letter or a digit, and before a capitalized word.
 * `listAPIKeys` becomes `list API Keys`, `RedirectURLs` becomes `Redirect URLs`. Latin letters lose their accents.
 */
export function words(name: string): string[] {
  // NFC restores combining marks of other scripts, and Hangul syllables.
  const plain = name
    .normalize("NFKD")
    .replace(/(\p{Script=Latin})\p{M}+/gu, "$1")
    .normalize("NFC");
  const found = plain
    .replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2")
    .replace(/(\p{N}|\p{Lu}{2,})(\p{Lu}(?!s(?!\p{Ll}))\p{Ll})/gu, "$1 $2")
    .match(WORD);
  // A name of symbols only becomes a list of code points.
  return found ?? Array.from(plain.trim() || "empty", (char) => `u${char.codePointAt(0)?.toString(16)}`);
}

const capitalize = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** `list-projects` → `listProjects`, `GetURL` → `getURL`, `delete` → `delete_`, `2fa` → `_2fa`. */
export function camelCase(name: string): string {
  return identifier(camelWords(name));
}

/** Names that every object has, and names with a special meaning as methods. */
const MEMBERS = new Set([...Object.getOwnPropertyNames(Object.prototype), "then", "toJSON"]);

/** Like {@link camelCase}, for members of objects, which may be reserved words: `delete` stays `delete`. */
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

/** `Audit Logs` → `audit-logs`; a valid file name on every system. */
export function kebabCase(name: string): string {
  const whole = Array.from(words(name).join("-").toLowerCase().normalize("NFC"));
  const kebab = whole.slice(0, LONGEST_FILE_NAME).join("").replace(/-$/, "");
  return DEVICE.test(kebab) ? `${kebab}_` : kebab;
}

/** Turns a name into a valid identifier that is not a reserved word. */
function identifier(name: string): string {
  return RESERVED.has(name) ? `${name}_` : startLetter(name);
}

function startLetter(name: string): string {
  return /^\p{N}/u.test(name) ? `_${name}` : name;
}

/** Keeps names unique. A name that is taken gets the first free number, starting at 2. */
export class NameRegistry {
  readonly #taken: Set<string>;

  /** @param reserved - names that are taken from the start */
  constructor(reserved: Iterable<string> = []) {
    this.#taken = new Set(reserved);
  }

  /** Whether `name` is taken. */
  has(name: string): boolean {
    return this.#taken.has(name);
  }

  /**
   * Takes `name`, or `name` with a number, and returns the name that was free.
   *
   * @param derive - returns all names to take for a name, including the name itself
   */
  take(name: string, derive: (name: string) => readonly string[] = (one) => [one]): string {
    let free = name;
    for (let number = 2; derive(free).some((one) => this.has(one)); number++) free = `${name}${number}`;
    for (const one of derive(free)) this.#taken.add(one);
    return free;
  }
}

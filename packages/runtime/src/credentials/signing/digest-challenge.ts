/** What a server asks for with `WWW-Authenticate: Digest` (RFC 7616, section 3.3). */
export interface DigestChallenge {
  readonly realm: string;
  readonly nonce: string;
  readonly opaque: string | undefined;
  /** In upper case. */
  readonly algorithm: string;
  /** Undefined for servers older than RFC 2617. */
  readonly qop: readonly string[] | undefined;
  /** Whether the nonce of the request was only too old. */
  readonly stale: boolean;
  /** Whether the server wants the user name hashed. */
  readonly userhash: boolean;
}

// A name; or a name with a value, quoted or not (RFC 9110, section 11.2).
const TOKEN = "[!#$%&'*+.^_`|~\\w-]+";
const NAME_OR_PARAMETER: RegExp = new RegExp(`(${TOKEN})(?:\\s*=\\s*(?:"((?:[^"\\\\]|\\\\.)*)"|([^\\s,"]+)))?`, "g");

/** Reads the digest challenges among all that a header holds, in the order of the server's preference. */
export function readDigestChallenges(header: string): DigestChallenge[] {
  const challenges: { readonly scheme: string; readonly parameters: Map<string, string> }[] = [];
  for (const [, name = "", quoted, plain] of header.matchAll(NAME_OR_PARAMETER)) {
    const value = quoted?.replace(/\\(.)/g, "$1") ?? plain;
    if (value === undefined) challenges.push({ scheme: name.toLowerCase(), parameters: new Map() });
    else challenges.at(-1)?.parameters.set(name.toLowerCase(), value);
  }
  return challenges
    .filter(({ scheme, parameters }) => scheme === "digest" && parameters.has("realm") && parameters.has("nonce"))
    .map(({ parameters }) => ({
      realm: parameters.get("realm") ?? "",
      nonce: parameters.get("nonce") ?? "",
      opaque: parameters.get("opaque"),
      algorithm: (parameters.get("algorithm") ?? "MD5").toUpperCase(),
      qop: parameters
        .get("qop")
        ?.split(",")
        .map((option) => option.trim().toLowerCase()),
      stale: parameters.get("stale")?.toLowerCase() === "true",
      userhash: parameters.get("userhash")?.toLowerCase() === "true",
    }));
}

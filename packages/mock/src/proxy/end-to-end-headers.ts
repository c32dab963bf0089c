/** Headers that are for one connection only (RFC 9110, section 7.6.1). */
const HOP_BY_HOP = [
  "connection",
  "keep-alive",
  "proxy-authenticate",
  "proxy-authorization",
  "proxy-connection",
  "te",
  "trailer",
  "transfer-encoding",
  "upgrade",
];

/**
 * Removes the headers that are for one connection only, and keeps the order, the repetitions and the spelling of all
 * others.
 *
 * @param raw - names and values in turn, as in `rawHeaders` of Node
 */
export function endToEndHeaders(raw: readonly string[], alsoWithout: readonly string[] = []): string[] {
  const pairs = pairsOf(raw);
  const named = pairs
    .filter(([name]) => name.toLowerCase() === "connection")
    .flatMap(([, value]) => value.split(","))
    .map((name) => name.trim().toLowerCase());
  const without = new Set([...HOP_BY_HOP, ...named, ...alsoWithout]);
  return pairs.filter(([name]) => !without.has(name.toLowerCase())).flat();
}

function pairsOf(raw: readonly string[]): [name: string, value: string][] {
  const pairs: [string, string][] = [];
  for (let index = 0; index + 1 < raw.length; index += 2) pairs.push([raw[index] ?? "", raw[index + 1] ?? ""]);
  return pairs;
}

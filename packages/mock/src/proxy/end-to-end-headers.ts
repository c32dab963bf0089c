/** Headers that are for one connection, not for whoever is behind it (RFC 9110, section 7.6.1). */
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
 * Leaves out the headers that are for one connection only. All others stay as they are: their order, how often they
 * come, and how their names are written.
 *
 * @param raw - names and values in turns, as Node has them in `rawHeaders`
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

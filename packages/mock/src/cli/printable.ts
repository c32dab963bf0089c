import { REDACTED } from "../contract/sensitive.ts";

/** Escapes control characters, which a terminal would obey. */
export function printable(text: string): string {
  return text.replace(/\p{Cc}/gu, (character) => JSON.stringify(character).slice(1, -1));
}

/** Writes a query with its question mark; empty for none. */
export function queryText(query: Readonly<Record<string, string | string[]>>): string {
  const pairs = Object.entries(query).flatMap(([name, value]) =>
    [value].flat().map((one): [string, string] => [name, one]),
  );
  return pairs.length > 0 ? `?${new URLSearchParams(pairs).toString().replaceAll("%5Bredacted%5D", REDACTED)}` : "";
}

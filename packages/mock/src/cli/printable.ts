import { REDACTED } from "../contract/sensitive.ts";

/** What was sent may be quoted, and a terminal obeys control characters. */
export function printable(text: string): string {
  return text.replace(/\p{Cc}/gu, (character) => JSON.stringify(character).slice(1, -1));
}

/** A query as it stands behind a path, with its question mark; empty for none. */
export function queryText(query: Readonly<Record<string, string | string[]>>): string {
  const pairs = Object.entries(query).flatMap(([name, value]) =>
    [value].flat().map((one): [string, string] => [name, one]),
  );
  return pairs.length > 0 ? `?${new URLSearchParams(pairs).toString().replaceAll("%5Bredacted%5D", REDACTED)}` : "";
}

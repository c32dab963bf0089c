import type { PrismRequest } from "../contract/prism-types.ts";
import { type Fault, faults, isFault } from "./faults.ts";

/** Preferences of a request: the header `Prefer` (RFC 7240), or in a browser query parameters such as `__code`. */
export interface Preferences {
  /** A documented status. */
  code?: number;
  /** The name of an example. */
  example?: string;
  /** Random values that fit the schema. */
  dynamic?: boolean;
  /** Makes the random values the same each time. */
  seed?: string;
  /** How long to delay the response, in milliseconds. */
  delayMs?: number;
  fault?: Fault;
}

type Reader = (value: string) => unknown;

const readers: Record<string, { field: keyof Preferences; read: Reader; takes: string }> = {
  code: { field: "code", read: (value) => (/^\d{3}$/.test(value) ? Number(value) : undefined), takes: "three digits" },
  example: { field: "example", read: (value) => value || undefined, takes: "the name of an example" },
  dynamic: {
    field: "dynamic",
    read: (value) => (value === "true" ? true : value === "false" ? false : undefined),
    takes: "true or false",
  },
  seed: { field: "seed", read: (value) => value || undefined, takes: "a text" },
  delay: {
    field: "delayMs",
    read: (value) => (/^\d{1,6}$/.test(value) ? Number(value) : undefined),
    takes: "milliseconds, at most 999999",
  },
  fault: {
    field: "fault",
    read: (value) => (isFault(value) ? value : undefined),
    takes: `one of ${faults.join(", ")}`,
  },
};

/**
 * Reads the preferences of a request. Unknown ones are ignored (RFC 7240, section 2).
 *
 * @throws a problem with status 422 if a known preference has an invalid value
 */
export function preferencesOf({ headers, url }: PrismRequest): Preferences {
  const pairs = headers.prefer ? pairsOf(headers.prefer) : queryPairsOf(url.query);
  const preferences: Record<string, unknown> = {};
  for (const [name, value] of pairs) {
    const reader = Object.hasOwn(readers, name) ? readers[name] : undefined;
    if (!reader) continue;
    const read = reader.read(value);
    if (read === undefined) {
      const detail = `${headers.prefer ? "Prefer: " : "__"}${name}= takes ${reader.takes}, not "${value}".`;
      throw Object.assign(new Error("Invalid preference"), { status: 422, detail });
    }
    preferences[reader.field] = read;
  }
  return preferences;
}

function pairsOf(header: string): [string, string][] {
  return header.split(/[,;]/).map((part) => {
    const [name = "", ...rest] = part.split("=");
    return [
      name.trim().toLowerCase(),
      rest
        .join("=")
        .trim()
        .replace(/^"(.*)"$/, "$1"),
    ];
  });
}

function queryPairsOf(query: PrismRequest["url"]["query"]): [string, string][] {
  return Object.entries(query)
    .filter(([name]) => name.startsWith("__"))
    .map(([name, value]) => [name.slice(2), String(value)]);
}

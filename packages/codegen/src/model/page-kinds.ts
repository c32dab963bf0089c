import { isObject } from "../document/openapi.ts";
import { ownProperties } from "../own-properties.ts";

/**
 * How pages are recognized and follow each other. Properties may be dotted paths; `items` absent means that the body
 * itself is the list.
 */
export type PageKind =
  /** A property holds the address of the next page. */
  | { readonly items: string; readonly next: string }
  /** The property `from` holds what the query parameter `cursor` takes for the next page. */
  | { readonly items: string; readonly cursor: string; readonly from: string }
  /** A query parameter takes how many items come before the page. */
  | { readonly items?: string; readonly offset: string; readonly total?: string }
  /** A query parameter takes the number of the page. */
  | { readonly items?: string; readonly page: string; readonly total?: string };

/** What tells the kinds apart, and what each of them needs and may have beside it. */
const KINDS = {
  next: { needs: ["items"], mayHave: [] },
  cursor: { needs: ["items", "from"], mayHave: [] },
  offset: { needs: [], mayHave: ["items", "total"] },
  page: { needs: [], mayHave: ["items", "total"] },
} as const;
export type PageKindName = keyof typeof KINDS;

/** Which of the kinds it is. */
export function pageKindName(kind: object): PageKindName | undefined {
  const [name, ...others] = Object.keys(KINDS).filter((one) => Object.hasOwn(kind, one));
  return others.length === 0 ? (name as PageKindName | undefined) : undefined;
}

/** @returns The kind, or a sentence that says why it is none. */
export function readPageKind(given: unknown): PageKind | string {
  if (!isObject(given)) return "A kind of pages must be a mapping";
  const value = ownProperties(given);
  const name = pageKindName(value);
  if (name === undefined) return `A kind of pages has one of ${list(Object.keys(KINDS))}`;
  const { needs, mayHave } = KINDS[name];
  const missing = needs.filter((key) => value[key] === undefined);
  if (missing.length > 0) return `A kind of pages with "${name}" needs ${list(missing)}`;
  for (const [key, text] of Object.entries(value)) {
    if (![name, ...needs, ...mayHave].some((one) => one === key))
      return `A kind of pages with "${name}" has no "${key}"`;
    if (typeof text !== "string" || !text) return `"${key}" of a kind of pages must be a name`;
  }
  if (value.total !== undefined && value.items === undefined) return 'A kind of pages with "total" needs "items"';
  return value as PageKind;
}

function list(keys: readonly string[]): string {
  return keys.map((key) => `"${key}"`).join(", ");
}

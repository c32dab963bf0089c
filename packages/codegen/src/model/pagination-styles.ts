import { isObject } from "../document/openapi.ts";
import { ownProperties } from "../own-properties.ts";

/**
 * How operations return pages. Properties may be dotted paths. Without `items`, the body itself is the list.
 */
export type PaginationStyle =
  /** The property `next` is the URL of the next page. */
  | { readonly items: string; readonly next: string }
  /** The query parameter `cursor` takes the value of the property `from` for the next page. */
  | { readonly items: string; readonly cursor: string; readonly from: string }
  /** The query parameter `offset` is the number of items before the page. */
  | { readonly items?: string; readonly offset: string; readonly total?: string }
  /** The query parameter `page` is the number of the page. */
  | { readonly items?: string; readonly page: string; readonly total?: string };

/** The property that identifies each style, with its required and optional properties. */
const STYLES = {
  next: { needs: ["items"], mayHave: [] },
  cursor: { needs: ["items", "from"], mayHave: [] },
  offset: { needs: [], mayHave: ["items", "total"] },
  page: { needs: [], mayHave: ["items", "total"] },
} as const;
export type PaginationStyleName = keyof typeof STYLES;

/** Returns the name of a pagination style, or undefined if it is ambiguous. */
export function paginationStyleName(kind: object): PaginationStyleName | undefined {
  const [name, ...others] = Object.keys(STYLES).filter((one) => Object.hasOwn(kind, one));
  return others.length === 0 ? (name as PaginationStyleName | undefined) : undefined;
}

/** Returns the pagination style, or a sentence about why it is invalid. */
export function readPaginationStyle(given: unknown): PaginationStyle | string {
  if (!isObject(given)) return "A pagination style must be a mapping";
  const value = ownProperties(given);
  const name = paginationStyleName(value);
  if (name === undefined) return `A pagination style needs exactly one of ${list(Object.keys(STYLES))}`;
  const { needs, mayHave } = STYLES[name];
  const missing = needs.filter((key) => value[key] === undefined);
  if (missing.length > 0) return `A pagination style with "${name}" needs ${list(missing)}`;
  for (const [key, text] of Object.entries(value)) {
    if (![name, ...needs, ...mayHave].some((one) => one === key))
      return `A pagination style with "${name}" cannot have "${key}"`;
    if (typeof text !== "string" || !text) return `"${key}" of a pagination style must be a name`;
  }
  if (value.total !== undefined && value.items === undefined) return 'A pagination style with "total" needs "items"';
  return value as PaginationStyle;
}

function list(keys: readonly string[]): string {
  return keys.map((key) => `"${key}"`).join(", ");
}

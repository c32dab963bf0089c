/** Where something is in a page: a property, or the names on the way to one; undefined is the page itself. */
export type PagePath = string | readonly string[] | undefined;

/** How the pages of an operation follow each other, as generated code has it. */
export type Pages = {
  /** Where the list is. */
  readonly items?: PagePath;
} & (
  | {
      /** Where the address of the next page is. Of it, only the query is used. */
      readonly next: PagePath;
    }
  | {
      /** The parameter that takes the cursor. */
      readonly cursor: string;
      /** Where the cursor of the next page is. */
      readonly from: PagePath;
    }
  | {
      /** The parameter that takes how many items come before the page. */
      readonly offset: string;
      /** Where it says how many items there are on all pages. */
      readonly total?: PagePath;
    }
  | {
      /** The parameter that takes the number of the page. */
      readonly page: string;
      /** The number of the first page. @default 1 */
      readonly first?: number;
      /** Where it says how many items there are on all pages. */
      readonly total?: PagePath;
    }
);

/** @returns what is there; undefined if nothing is */
export function at(page: unknown, path: PagePath): unknown {
  let value = page;
  for (const name of [path ?? []].flat()) {
    const isThere = typeof value === "object" && value !== null && Object.hasOwn(value, name);
    value = isThere ? (value as Record<string, unknown>)[name] : undefined;
  }
  return value;
}

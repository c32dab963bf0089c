/** A place in a page: the name of a property, or a path of names; undefined is the page itself. */
export type PagePath = string | readonly string[] | undefined;

/** How to find the items and the next page of an operation, as generated code describes it. */
export type Pages = {
  /** Where the list is. */
  readonly items?: PagePath;
} & (
  | {
      /** Where the address of the next page is. Only its query is used. */
      readonly next: PagePath;
    }
  | {
      /** The parameter for the cursor. */
      readonly cursor: string;
      /** Where the cursor of the next page is. */
      readonly from: PagePath;
    }
  | {
      /** The parameter for the number of items before the page. */
      readonly offset: string;
      /** Where the number of items on all pages is. */
      readonly total?: PagePath;
    }
  | {
      /** The parameter for the number of the page. */
      readonly page: string;
      /** The number of the first page. @default 1 */
      readonly first?: number;
      /** Where the number of items on all pages is. */
      readonly total?: PagePath;
    }
);

/** @returns the value at the place; undefined if there is none */
export function at(page: unknown, path: PagePath): unknown {
  let value = page;
  for (const name of [path ?? []].flat()) {
    const isThere = typeof value === "object" && value !== null && Object.hasOwn(value, name);
    value = isThere ? (value as Record<string, unknown>)[name] : undefined;
  }
  return value;
}

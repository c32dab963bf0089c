import type { PageSource } from "./fetch-page.ts";
import type { OperationFunction, PageArguments, PageOf } from "./page-types.ts";
import type { Pages } from "./pages.ts";
import { walkItems, walkPages } from "./walk.ts";

/** The items of an operation with pages. Each iteration starts at the first page. */
export interface Paginated<Item, Page> extends AsyncIterable<Item> {
  /** Iterates over the pages, as the function of the operation resolves to them. */
  pages(): AsyncIterable<Page>;
}

/**
 * Iterates over all items of an operation with pages. Nothing is requested before the iteration begins.
 *
 * Each page is a call of the function, with its errors and retries. Items are not deduplicated: a server without a stable
 * order may send one on two pages. Two consecutive pages with identical items count as a repeated page.
 *
 * @param pages - how to find items and the next page, by operation id
 * @param fn - the function of an operation
 * @param rest - parameters for the first page; then options, for the request of each page, and `limit` and `prefetch`
 * @returns an iterable of items, whose iteration also throws the errors of the function
 * @throws {PaginationError} if a page is repeated, or the link to the next page is invalid; while iterating
 * @throws {DecodeError} if a page has no list; while iterating
 * @throws {UsageError} if the operation has no pages; while iterating
 * @example for await (const item of paginate(pages, listThings, client, { search: "a" }, { limit: 100 })) use(item);
 */
export function paginate<Fn extends OperationFunction, Item>(
  pages: Readonly<Record<string, Pages>>,
  fn: Fn,
  client: Parameters<Fn>[0],
  ...rest: PageArguments<Fn>
): Paginated<Item, PageOf<Fn>> {
  const [params, options] = rest;
  const pagesOf = (id: string): Pages | undefined => (Object.hasOwn(pages, id) ? pages[id] : undefined);
  return paginated({ pagesOf, fn, client, params, options });
}

/** @param first - returns the first page, if it has been requested already */
export function paginated<Item, Page>(
  source: PageSource,
  first?: Parameters<typeof walkPages>[1],
): Paginated<Item, Page> {
  return {
    [Symbol.asyncIterator]: () => walkItems(source, first) as AsyncGenerator<Item>,
    async *pages() {
      for await (const { page } of walkPages(source, first)) yield page as Page;
    },
  };
}

import type { PageSource } from "./fetch-page.ts";
import type { OperationFunction, PageArguments, PageOf } from "./page-types.ts";
import type { Pages } from "./pages.ts";
import { walkItems, walkPages } from "./walk.ts";

/** The items of an operation that answers page by page; each iteration begins anew. */
export interface Paginated<Item, Page> extends AsyncIterable<Item> {
  /** The pages, as the function of the operation resolves to them. */
  pages(): AsyncIterable<Page>;
}

/**
 * Goes through all items of an operation that answers page by page. Nothing is requested before the iteration begins.
 *
 * Each page is a call of the function, with its errors and retries. Rows are not deduplicated: a server that has no
 * order for them may send one on two pages. Two pages in a row with the very same items are taken for one that comes
 * again.
 *
 * @param pages how pages follow each other, by operation id
 * @param fn the function of an operation
 * @param rest parameters for the first page; then options, for the request of each page, and `limit` and `prefetch`
 * @returns items; the iteration throws what the function does, and
 * - PaginationError if a page comes again, or the link to the next one cannot be used
 * - DecodeError if a page has no list
 * - UsageError if the operation has no pages
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

/** @param first the first page, where it is there already */
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

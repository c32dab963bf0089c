import { type FetchedPage, fetchPage, type PageSource } from "./fetch-page.ts";
import type { OperationFunction, PageArguments, PageOf } from "./page-types.ts";
import type { Pages } from "./pages.ts";
import { type Paginated, paginated } from "./paginate.ts";

/** Can be awaited, and resolves to the first page; or iterated, and yields the items of all pages. */
export interface PagePromise<Item, Page> extends Promise<Page>, Paginated<Item, Page> {}

/**
 * Makes the return value of a resource's method for an operation with pages. Nothing is requested before it is awaited or
 * iterated, and the first page is requested once.
 *
 * @param pages - how to find items and the next page
 * @param fn - the function of the operation
 * @param rest - parameters for the first page; then options, for the request of each page, and `limit` and `prefetch`
 */
export function pagePromise<Fn extends OperationFunction, Item>(
  pages: Pages,
  fn: Fn,
  client: Parameters<Fn>[0],
  ...rest: PageArguments<Fn>
): PagePromise<Item, PageOf<Fn>> {
  const [params, options] = rest;
  return new LazyPage({ pagesOf: () => pages, fn, client, params, options });
}

class LazyPage<Item, Page> implements PagePromise<Item, Page> {
  readonly #source: PageSource;
  #first: Promise<FetchedPage> | undefined;

  constructor(source: PageSource) {
    this.#source = source;
  }

  get [Symbol.toStringTag](): string {
    return "PagePromise";
  }

  // biome-ignore lint/suspicious/noThenProperty: it is a promise
  then<Kept = Page, Caught = never>(
    onfulfilled?: ((page: Page) => Kept | PromiseLike<Kept>) | null,
    onrejected?: ((reason: unknown) => Caught | PromiseLike<Caught>) | null,
  ): Promise<Kept | Caught> {
    return this.#fetch()
      .then(({ page }) => page as Page)
      .then(onfulfilled, onrejected);
  }

  catch<Caught = never>(
    onrejected?: ((reason: unknown) => Caught | PromiseLike<Caught>) | null,
  ): Promise<Page | Caught> {
    return this.then(undefined, onrejected);
  }

  finally(onfinally?: (() => void) | null): Promise<Page> {
    return this.then().finally(onfinally);
  }

  [Symbol.asyncIterator](): AsyncIterator<Item> {
    return this.#paginated[Symbol.asyncIterator]();
  }

  pages(): AsyncIterable<Page> {
    return this.#paginated.pages();
  }

  get #paginated(): Paginated<Item, Page> {
    return paginated(this.#source, () => this.#fetch());
  }

  #fetch(): Promise<FetchedPage> {
    this.#first ??= fetchPage(this.#source, { params: this.#source.params });
    return this.#first;
  }
}

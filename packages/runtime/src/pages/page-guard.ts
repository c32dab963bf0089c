import type { FetchedPage } from "./fetch-page.ts";
import type { NextPage } from "./next-page.ts";
import { refusePage } from "./refuse-page.ts";

/** Servers that filter a page after its query send empty pages, but not this many in a row. */
const MOST_EMPTY_PAGES = 100;

/** Ends an iteration that would never end. It remembers the request of each page, and the items of the last page. */
export class PageGuard {
  /** The number of each page, by the key of its request. */
  readonly #asked = new Map<string, number>();
  #pages = 0;
  #empty = 0;
  #items = "";

  /** @throws {PaginationError} if the page has the items of the page before it, or too many pages in a row are empty */
  check(fetched: FetchedPage, items: readonly unknown[]): void {
    this.#pages++;
    if (this.#pages === 1) this.#asked.set(new URL(fetched.url).search, 1);
    this.#empty = items.length ? 0 : this.#empty + 1;
    if (this.#empty > MOST_EMPTY_PAGES) refusePage(fetched, `${this.#empty} pages in a row have no items`);
    const text = JSON.stringify(items);
    if (items.length && text === this.#items) {
      refusePage(fetched, `page ${this.#pages} has the items of page ${this.#pages - 1} again`);
    }
    this.#items = text;
  }

  /** @throws {PaginationError} if the page has been requested before */
  follow(fetched: FetchedPage, next: NextPage): NextPage {
    const before = this.#asked.get(next.key);
    if (before) refusePage(fetched, `page ${this.#pages} leads to page ${before} again`);
    this.#asked.set(next.key, this.#pages + 1);
    return next;
  }
}

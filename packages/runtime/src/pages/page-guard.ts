import type { FetchedPage } from "./fetch-page.ts";
import type { NextPage } from "./next-page.ts";
import { refusePage } from "./refuse-page.ts";

/** Servers that filter after they have cut pages send empty ones, but not as many in a row. */
const MOST_EMPTY_PAGES = 100;

/** Ends a walk that would go on forever. Remembers what asked for each page, and the items of the last. */
export class PageGuard {
  /** Number of the page by what asked for it. */
  readonly #asked = new Map<string, number>();
  #pages = 0;
  #empty = 0;
  #items = "";

  /** @throws PaginationError if the page has the items of the page before it, or is one of too many without items */
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

  /** @throws PaginationError if the page has been asked for before */
  follow(fetched: FetchedPage, next: NextPage): NextPage {
    const before = this.#asked.get(next.key);
    if (before) refusePage(fetched, `page ${this.#pages} leads to page ${before} again`);
    this.#asked.set(next.key, this.#pages + 1);
    return next;
  }
}

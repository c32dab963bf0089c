import { DecodeError } from "../errors/decode-error.ts";
import { ownProperties } from "../own-properties.ts";
import { notNegative } from "../request/time-limits.ts";
import { type FetchedPage, fetchPage, type PageRequest, type PageSource } from "./fetch-page.ts";
import { nextPage } from "./next-page.ts";
import { PageGuard } from "./page-guard.ts";
import { at } from "./pages.ts";

/** A page and its list. */
export interface WalkedPage {
  readonly page: unknown;
  readonly items: readonly unknown[];
}

/** Iterates over pages. Each is requested when it is needed, or with `prefetch` while the page before it is used. */
export async function* walkPages(
  source: PageSource,
  first: () => Promise<FetchedPage> = () => fetchPage(source, { params: source.params }),
): AsyncGenerator<WalkedPage, void, undefined> {
  const { limit = Infinity, prefetch, signal } = ownProperties(source.options);
  if (!notNegative("limit", limit)) return;
  const start: PageRequest = { params: source.params };
  const guard = new PageGuard();
  const stop = prefetch ? abortedWith(signal) : undefined;
  let taken = 0;
  let largest = 0;
  const after = async (fetched: FetchedPage, count: number): Promise<FetchedPage | undefined> => {
    const asked = nextPage(fetched, { start, count, taken, largest });
    return asked && fetchPage(source, guard.follow(fetched, asked), stop?.signal);
  };
  try {
    let pending: Promise<FetchedPage | undefined> = first();
    for (;;) {
      const fetched = await pending;
      if (!fetched) return;
      const items = itemsOf(fetched);
      guard.check(fetched, items);
      taken += items.length;
      largest = Math.max(largest, items.length);
      const isLast = taken >= limit;
      if (prefetch && !isLast) {
        pending = after(fetched, items.length);
        // The promise is awaited when the page is needed, or never.
        pending.catch(() => {});
      }
      yield { page: fetched.page, items };
      if (isLast) return;
      if (!prefetch) pending = after(fetched, items.length);
    }
  } finally {
    stop?.abort();
  }
}

/** The items of the pages, up to the limit. */
export async function* walkItems(
  source: PageSource,
  first?: () => Promise<FetchedPage>,
): AsyncGenerator<unknown, void, undefined> {
  const { limit = Infinity, signal } = ownProperties(source.options);
  let left = limit;
  for await (const { items } of walkPages(source, first)) {
    for (const item of items) {
      signal?.throwIfAborted();
      if (left-- <= 0) return;
      yield item;
    }
  }
}

/** The items of a page. Null counts as an empty list, because some servers write it. */
function itemsOf({ page, pages, operationId, response }: FetchedPage): readonly unknown[] {
  const items = at(page, pages.items);
  if (Array.isArray(items)) return items;
  if (items === null) return [];
  const place = [pages.items ?? []].flat().join(".");
  throw new DecodeError(`the page has no list${place && ` under "${place}"`}`, { operationId, response });
}

/** @returns a controller that the signal aborts */
function abortedWith(signal: AbortSignal | undefined): AbortController {
  const controller = new AbortController();
  const abort = (): void => controller.abort(signal?.reason);
  if (signal?.aborted) abort();
  signal?.addEventListener("abort", abort, ownProperties({ signal: controller.signal }));
  return controller;
}

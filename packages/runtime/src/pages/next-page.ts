import type { FetchedPage, PageRequest } from "./fetch-page.ts";
import { at, type PagePath } from "./pages.ts";
import { refusePage } from "./refuse-page.ts";

/** The progress of an iteration, including this page. */
export interface Progress {
  readonly start: PageRequest;
  /** Items of this page. */
  readonly count: number;
  /** Items of all pages so far. */
  readonly taken: number;
  /** Items of the largest page so far. */
  readonly largest: number;
}

/** The request for the next page, and a key that no other page has. */
export interface NextPage extends PageRequest {
  readonly key: string;
}

/** @returns the request for the next page; undefined if this is the last page */
export function nextPage(fetched: FetchedPage, { start, count, taken, largest }: Progress): NextPage | undefined {
  const { page, pages, asked } = fetched;
  if ("next" in pages) {
    const link = at(page, pages.next);
    if (!link) return undefined;
    const query = queryOf(fetched, link);
    return { params: asked.params, query, key: query };
  }
  const ask = (name: string, value: unknown) => ({ params: { ...asked.params, [name]: value }, key: `${value}` });
  if ("cursor" in pages) {
    const cursor = at(page, pages.from);
    if (typeof cursor === "object" && cursor) refusePage(fetched, "the cursor of the next page is an object");
    return cursor || cursor === 0 ? ask(pages.cursor, cursor) : undefined;
  }
  if (!count) return undefined;
  if ("offset" in pages) {
    const before = numberOf(asked, pages.offset, 0) + count;
    return isAll(before, fetched, pages.total) ? undefined : ask(pages.offset, before);
  }
  const first = pages.first ?? 1;
  const skipped = (numberOf(start, pages.page, first) - first) * largest;
  if (isAll(skipped + taken, fetched, pages.total)) return undefined;
  return ask(pages.page, numberOf(asked, pages.page, first) + 1);
}

/** The query of a link. The rest is not used: it may name another scheme or host, such as an internal one behind a proxy. */
function queryOf(fetched: FetchedPage, link: unknown): string {
  const { url, secrets } = fetched;
  const { search } = typeof link === "string" && URL.canParse(link, url) ? new URL(link, url) : { search: "" };
  if (!search) refusePage(fetched, "the link to the next page has no query");
  const query = new URLSearchParams(search);
  const repeated = [...query].filter(([, value]) => secrets.includes(value));
  // The credential is added again later, and no hook may see it.
  for (const [name] of repeated) query.delete(name);
  return repeated.length ? `?${query}` : search;
}

function numberOf({ params }: PageRequest, name: string, first: number): number {
  return Number(at(params, [name]) ?? first) || 0;
}

/** Ignores a total of 0 or less, or one that is not a number. */
function isAll(before: number, { page }: FetchedPage, path: PagePath): boolean {
  const total = path === undefined ? 0 : Number(at(page, path));
  return total > 0 && before >= total;
}

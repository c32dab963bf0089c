import type { Finding } from "../findings/finding.ts";
import { shortened } from "../findings/shown-value.ts";
import type { RequestValues } from "./outgoing-request.ts";
import type { Suite } from "./suite.ts";

/** The maximum number of pages to read of a list. */
const MAX_PAGES = 20;

/** A page as received, not checked yet. */
interface Page {
  readonly count?: unknown;
  readonly next?: unknown;
  readonly results?: unknown;
}

interface Pages {
  readonly rows: readonly unknown[];
  /** The count on the first page. */
  readonly count: unknown;
  /** Whether the last page was reached. */
  readonly complete: boolean;
}

/**
 * Reads all pages of a list, checks that each leads to the next one, and that `count` is how many results there are.
 *
 * @returns the results, or undefined when there is no first page
 */
export async function readPages(
  suite: Suite,
  name: string,
  call: RequestValues = {},
): Promise<readonly unknown[] | undefined> {
  const first = await follow(suite, name, call);
  if (!first || !countIsWrong(first)) return first?.rows;
  // The list may have changed between two pages. A wrong count is wrong again.
  const second = await follow(suite, name, call);
  if (second && countIsWrong(second)) {
    const message = `must be ${second.rows.length}, the number of results on all pages`;
    suite.report(name, violation("wrong-count", "count", message, String(second.count)));
  }
  return second?.rows;
}

function countIsWrong({ rows, count, complete }: Pages): boolean {
  return typeof count === "number" && (complete ? count !== rows.length : count < rows.length);
}

async function follow(suite: Suite, name: string, call: RequestValues): Promise<Pages | undefined> {
  const rows: unknown[] = [];
  const seen = new Set<string>();
  let query = call.query ?? {};
  let count: unknown;
  for (let number = 1; number <= MAX_PAGES; number += 1) {
    seen.add(new URLSearchParams(query).toString());
    // If a later page is missing, the link to it is the error.
    const because = number === 1 ? {} : { because: false as const };
    const success = await suite.call(name, { ...call, ...because, query });
    const page = success?.body as Page | null | undefined;
    if (!page || !Array.isArray(page.results)) {
      if (number === 1) return undefined;
      if (!success && suite.lastStatus !== undefined && suite.lastStatus !== 429) {
        suite.report(name, brokenLink("must lead to a page", `${suite.lastStatus} from it`));
      }
      return { rows, count, complete: false };
    }
    rows.push(...page.results);
    if (number === 1) count = page.count;
    if (typeof page.next !== "string") return { rows, count, complete: page.next === null };
    const next = nextQuery(suite, name, page.next);
    if (!next) return { rows, count, complete: false };
    if (seen.has(new URLSearchParams(next).toString())) {
      suite.report(name, brokenLink("must lead on, and leads back to a page before", page.next));
      return { rows, count, complete: false };
    }
    query = next;
  }
  suite.remark(`The count of ${name} was not checked: it has more than ${MAX_PAGES} pages.`);
  return { rows, count, complete: false };
}

/**
 * Reads the query of a `next` link. The rest of the link is not used: its origin may be an internal address, and
 * credentials are for the target alone.
 */
function nextQuery(suite: Suite, name: string, next: string): Record<string, string> | undefined {
  // An invalid URL breaks its format, which has been reported already.
  if (!URL.canParse(next)) return undefined;
  const url = new URL(next);
  if (url.origin !== new URL(suite.target).origin) {
    const message = "names another origin than the target; programs that follow it as it is may not get there";
    suite.report(name, { ...brokenLink(message, url.origin), severity: "remark" });
  }
  return Object.fromEntries(url.searchParams);
}

function brokenLink(message: string, came: string): Finding {
  return violation("broken-link", "next", message, came);
}

function violation(category: Finding["category"], place: string, message: string, came: string): Finding {
  return { category, severity: "violation", status: 200, place, message, came: shortened(came) };
}

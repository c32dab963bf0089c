import type { Finding } from "../findings/finding.ts";
import { shortened } from "../findings/shown-value.ts";
import type { Call } from "./request-values.ts";
import type { Suite } from "./suite.ts";

/** How many pages of one list are read. */
const MAX_PAGES = 20;

/** A page as it came: what no schema has been held against yet may be anything. */
interface Page {
  readonly count?: unknown;
  readonly next?: unknown;
  readonly results?: unknown;
}

interface Pages {
  readonly rows: readonly unknown[];
  /** As the first page has it. */
  readonly count: unknown;
  /** Whether the last page was reached. */
  readonly complete: boolean;
}

/**
 * Reads all pages of a list, checks that each leads to the next one, and that `count` is how many results there are.
 *
 * @returns the results, or undefined when the first page did not come
 */
export async function readPages(suite: Suite, name: string, call: Call = {}): Promise<readonly unknown[] | undefined> {
  const first = await follow(suite, name, call);
  if (!first || !countIsWrong(first)) return first?.rows;
  // Somebody may have added or removed one meanwhile. What is wrong for good is wrong again.
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

async function follow(suite: Suite, name: string, call: Call): Promise<Pages | undefined> {
  const rows: unknown[] = [];
  const seen = new Set<string>();
  let query = call.query ?? {};
  let count: unknown;
  for (let number = 1; number <= MAX_PAGES; number += 1) {
    seen.add(new URLSearchParams(query).toString());
    // Of a page that is missing, the link to it is what is wrong.
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
 * The query of a `next` link. Nothing else of it is used: its origin may be an inside address of the server, and
 * credentials go nowhere but to the target.
 */
function nextQuery(suite: Suite, name: string, next: string): Record<string, string> | undefined {
  // What is no URL breaks its format, which has been reported.
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

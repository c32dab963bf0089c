import type { Client } from "../client/client.ts";
import { UsageError } from "../errors/usage-error.ts";
import type { HookContext, Hooks } from "../hooks/hooks.ts";
import { internalsOf } from "../internals.ts";
import type { RequestOptions } from "../options.ts";
import { ownProperties } from "../own-properties.ts";
import type { Attempt } from "../request/exchange.ts";
import type { OperationFunction, PageOptions } from "./page-types.ts";
import type { Pages } from "./pages.ts";

/** The arguments of an iteration through pages. */
export interface PageSource {
  /** How the pages of an operation follow each other, if it has pages. */
  readonly pagesOf: (operationId: string) => Pages | undefined;
  readonly fn: OperationFunction;
  readonly client: Client<never>;
  readonly params: object | undefined;
  readonly options: PageOptions | undefined;
}

/** A request for a page: parameters, and after a link, the query that replaces theirs. */
export interface PageRequest {
  readonly params: object | undefined;
  /** With its question mark. */
  readonly query?: string;
}

/** A page, and its request and response. */
export interface FetchedPage {
  readonly page: unknown;
  readonly pages: Pages;
  readonly asked: PageRequest;
  readonly operationId: string;
  /** The URL of the request, without credentials. */
  readonly url: string;
  readonly response: Response | undefined;
  /** The credentials of the request, which some servers echo in their links. */
  readonly secrets: readonly string[];
}

/**
 * Calls the function for a page. A hook finds out the operation and sets the query; origin and path remain those of the
 * operation.
 *
 * @throws {UsageError} if the operation has no pages. Also throws the errors of the function.
 */
export async function fetchPage(source: PageSource, asked: PageRequest, signal?: AbortSignal): Promise<FetchedPage> {
  const { limit, prefetch, hooks = [], ...options } = ownProperties(source.options);
  const { params, query } = ownProperties(asked);
  let context: HookContext | undefined;
  let pages: Pages | undefined;
  const hook: Hooks = {
    request(given) {
      const { operation, request } = given;
      context = given;
      const described = source.pagesOf(operation.id);
      if (!described) throw new UsageError("the operation has no pages", { operationId: operation.id });
      pages = ownProperties(described);
      if (query === undefined) return undefined;
      return { request: { ...request, url: request.url.replace(/\?.*|$/, () => query) } };
    },
  };
  const call: RequestOptions = { ...options, hooks: [hook, hooks].flat(), ...(signal && { signal }) };
  // JavaScript callers may pass the promise of a call instead of the function.
  const page = await source.fn?.call?.(null, source.client as never, params as never, call);
  if (!context || !pages) throw new UsageError("the first argument must be the function of an operation");
  const { operation, request, response } = context as HookContext;
  const { secrets = [] } = internalsOf<Attempt>(context)?.outgoing ?? {};
  return { page, pages, asked, operationId: operation.id, url: request.url, response, secrets };
}

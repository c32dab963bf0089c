import {
  type Client,
  createClient,
  type OperationFunction,
  type PageOptions,
  type Pages,
  type Paginated,
  paginate,
  type RequestOptions,
  request,
  type Success,
  unwrap,
} from "../src/index.ts";
import { type OperationDetails, operation } from "./call.ts";
import { type Received, type Reply, serve, type TestServer } from "./server.ts";

/** The function of an operation, as generated. */
export function functionOf(details: OperationDetails = {}) {
  const op = operation({ id: "listThings", query: ["page", "cursor", "offset", "q"], ...details });
  return (client: Client, params?: object, options?: RequestOptions): Promise<unknown> =>
    unwrap(request<Success<200, unknown>>(client, op, params, { maxRetries: 0, ...options }));
}

/** Pages with links, as in `{ results, next }`. */
export const LINKED: Pages = { items: "results", next: "next" };

export function paged(
  client: Client,
  pages: Pages = LINKED,
  params?: object,
  options?: PageOptions,
  fn: OperationFunction = functionOf(),
): Paginated<unknown, unknown> {
  return paginate({ listThings: pages }, fn, client as never, params as never, options);
}

export interface Pager extends TestServer {
  readonly client: Client;
  /** The queries of the requests, in order. */
  readonly queries: () => string[];
}

/** A server that answers each request by its query. */
export async function pager(
  answer: (query: URLSearchParams, request: Received) => Reply | Promise<never> | undefined,
): Promise<Pager> {
  const server = await serve((request) => {
    return answer(new URL(request.url, "http://h").searchParams, request) as Reply | undefined;
  });
  const client = createClient({ baseUrl: server.url });
  const queries = () => server.received.map(({ url }) => new URL(url, "http://h").search);
  return { ...server, client, queries };
}

/** Three pages of two numbers each, with links by `next(page)`. */
export function linked(next = (page: number): unknown => `?page=${page}`): Promise<Pager> {
  return pager((query) => {
    const page = Number(query.get("page") ?? 1);
    const body = { results: [page * 10, page * 10 + 1], next: page < 3 ? next(page + 1) : null };
    return { body };
  });
}

export async function collect<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const all: Item[] = [];
  for await (const item of items) all.push(item);
  return all;
}

import { describe, expect, it } from "vitest";
import { bearer, createClient, isDecodeError, isUsageError, paginate, queryKey } from "../src/index.ts";
import { operation, rejection } from "./call.ts";
import { collect, functionOf, LINKED, linked, paged, pager } from "./pager.ts";
import { serve } from "./server.ts";
import { testClock } from "./test-clock.ts";

const ALL = [10, 11, 20, 21, 30, 31];

describe("an iteration through pages", () => {
  it("yields all items", async () => {
    const { client, queries } = await linked();
    expect(await collect(paged(client))).toEqual(ALL);
    expect(queries()).toEqual(["", "?page=2", "?page=3"]);
  });

  it("yields the pages as they are", async () => {
    const { client } = await linked();
    expect(await collect(paged(client).pages())).toEqual([
      { results: [10, 11], next: "?page=2" },
      { results: [20, 21], next: "?page=3" },
      { results: [30, 31], next: null },
    ]);
  });

  it("requests nothing before it begins, and starts at the first page each time", async () => {
    const { client, queries } = await linked();
    const things = paged(client);
    things.pages();
    expect(queries()).toEqual([]);
    await collect(things);
    await collect(things);
    expect(queries()).toEqual(["", "?page=2", "?page=3", "", "?page=2", "?page=3"]);
  });

  it("requests a page when its items are asked for", async () => {
    const { client, queries } = await linked();
    for await (const item of paged(client)) {
      if (item === 11) expect(queries()).toEqual([""]);
      if (item === 20) break;
    }
    expect(queries()).toEqual(["", "?page=2"]);
  });

  it("applies its options to the request of each page", async () => {
    const { client, received } = await linked();
    await collect(paged(client, LINKED, {}, { headers: { "x-team": "a" } }));
    expect(received.map(({ headers }) => headers["x-team"])).toEqual(["a", "a", "a"]);
  });

  it("shows hooks of the call what is sent", async () => {
    const { client } = await linked();
    const urls: string[] = [];
    const hook = { request: ({ request }: { request: { url: string } }) => void urls.push(request.url) };
    await collect(paged(client, LINKED, {}, { hooks: hook }));
    await collect(paged(client, LINKED, {}, { hooks: [hook], limit: 1 }));
    expect(urls.map((url) => url.replace(client.baseUrl, ""))).toEqual([
      "/things/",
      "/things/?page=2",
      "/things/?page=3",
      "/things/",
    ]);
  });

  it("retries the request of a page like any other", async () => {
    let refusals = 0;
    const { url, received } = await serve((request) => {
      if (request.url === "/things/") return { body: { results: [1], next: "?page=2" } };
      if (refusals++) return { body: { results: [2], next: null } };
      return { status: 429, headers: { "retry-after": "3" }, body: {} };
    });
    const clock = testClock();
    expect(await collect(paged(createClient({ baseUrl: url, clock }), LINKED, {}, { maxRetries: 1 }))).toEqual([1, 2]);
    expect(received.map((request) => request.url)).toEqual(["/things/", "/things/?page=2", "/things/?page=2"]);
    expect(clock.sleeps).toEqual([3000]);
  });

  it("throws what a page rejects with, after the items before it", async () => {
    const { client } = await pager((query) => {
      return query.has("page") ? { status: 403, body: {} } : { body: { results: [1, 2], next: "?page=2" } };
    });
    const seen: unknown[] = [];
    const walk = (async () => {
      for await (const item of paged(client)) seen.push(item);
    })();
    expect(await rejection(walk)).toMatchObject({ name: "PermissionDeniedError", operationId: "listThings" });
    expect(seen).toEqual([1, 2]);
  });

  it("continues after an empty page", async () => {
    const { client } = await pager((query) => {
      if (query.get("page") === "3") return { body: { results: [3], next: null } };
      return { body: { results: [], next: `?page=${Number(query.get("page") ?? 1) + 1}` } };
    });
    expect(await collect(paged(client))).toEqual([3]);
  });

  it("yields nothing if there are no items", async () => {
    const { client } = await pager(() => ({ body: { results: [], next: null } }));
    expect(await collect(paged(client))).toEqual([]);
    expect(await collect(paged(client).pages())).toHaveLength(1);
  });

  it("treats null as an empty list, because some servers write it", async () => {
    const { client } = await pager(() => ({ body: { results: null, next: null } }));
    expect(await collect(paged(client))).toEqual([]);
  });

  it.each([[{}], [{ results: {} }], ["text"], [null], [[1]]])("throws if a page has no list: %j", async (body) => {
    const { client } = await pager(() => ({ body: JSON.stringify(body) }));
    const error = await rejection(collect(paged(client)));
    expect(isDecodeError(error)).toBe(true);
    expect(error.message).toBe('listThings: the page has no list under "results"');
    expect(error.status).toBe(200);
  });

  it("throws if the page itself should be the list and is not", async () => {
    const { client } = await pager(() => ({ body: {} }));
    expect((await rejection(collect(paged(client, { offset: "offset" })))).message).toBe(
      "listThings: the page has no list",
    );
  });
});

describe("a function without pages", () => {
  it("is refused, and nothing is sent", async () => {
    const { client, received } = await linked();
    for (const pages of [{}, { other: LINKED }]) {
      const error = await rejection(collect(paginate(pages, functionOf(), client as never)));
      expect(isUsageError(error)).toBe(true);
      expect(error.message).toBe("listThings: the operation has no pages");
    }
    expect(received).toEqual([]);
  });

  it("is refused too if its id is an inherited property of objects", async () => {
    const { client } = await linked();
    for (const id of ["constructor", "__proto__", "toString"]) {
      const error = await rejection(collect(paginate({}, functionOf({ id }), client as never)));
      expect(isUsageError(error)).toBe(true);
    }
  });

  it.each([
    ["a function of something else", async () => ({ results: [1] })],
    ["what a function has been called for", Promise.resolve({ results: [1] })],
    ["nothing", undefined],
  ])("is %s", async (_, fn) => {
    const error = await rejection(collect(paginate({}, fn as () => Promise<unknown>, {} as never)));
    expect(isUsageError(error)).toBe(true);
    expect(error.message).toBe("the first argument must be the function of an operation");
  });
});

describe("a link to the next page", () => {
  it.each([
    ["of another host", (page: number) => `https://inside.proxy:8443/else/where/?page=${page}#top`],
    ["relative", (page: number) => `/other/?page=${page}`],
    ["a query", (page: number) => `?page=${page}`],
    ["without a scheme", (page: number) => `//evil.test/?page=${page}`],
    ["with a password", (page: number) => `http://user:secret@evil.test/?page=${page}`],
  ])("gives its query alone: %s", async (_, next) => {
    const { url, received } = await linked(next);
    const client = createClient({ baseUrl: url, auth: bearer("A", "token") });
    expect(await collect(paged(client, LINKED, {}, {}, functionOf({ security: [["A"]] })))).toEqual(ALL);
    expect(received.map((request) => request.url)).toEqual(["/things/", "/things/?page=2", "/things/?page=3"]);
    expect(received.map(({ headers }) => headers.authorization)).toEqual(Array(3).fill("Bearer token"));
  });

  it("sends no credential anywhere else", async () => {
    const other = await serve({ body: { results: [], next: null } });
    const { url } = await linked((page) => `${other.url}/things/?page=${page}`);
    const client = createClient({ baseUrl: url, auth: bearer("A", "token") });
    expect(await collect(paged(client, LINKED, {}, {}, functionOf({ security: [["A"]] })))).toEqual(ALL);
    expect(other.received).toEqual([]);
  });

  it("replaces the parameters of the first page, and keeps its path", async () => {
    const { client, received } = await pager((query) => ({
      body: { results: [query.get("q")], next: query.get("q") === "a" ? "?q=b%20c" : null },
    }));
    const fn = functionOf({ path: "/shelves/{id}/things/" });
    expect(await collect(paged(client, LINKED, { id: 7, q: "a" }, {}, fn))).toEqual(["a", "b c"]);
    expect(received.map(({ url }) => url)).toEqual(["/shelves/7/things/?q=a", "/shelves/7/things/?q=b%20c"]);
  });

  it("may echo a credential of the query: it is sent once, and no hook sees it", async () => {
    const { url, received } = await linked((page) => `?key=hunter22&page=${page}`);
    const client = createClient({ baseUrl: url, auth: queryKey("A", "key", "hunter22") });
    const seen: string[] = [];
    const hooks = { request: ({ request }: { request: { url: string } }) => void seen.push(request.url) };
    await collect(paged(client, LINKED, {}, { hooks }, functionOf({ security: [["A"]] })));
    expect(received.map((request) => request.url)).toEqual([
      "/things/?key=hunter22",
      "/things/?page=2&key=hunter22",
      "/things/?page=3&key=hunter22",
    ]);
    expect(seen.join()).not.toContain("hunter22");
  });

  it.each([null, undefined, "", false, 0])("%j is the end", async (next) => {
    const { client, received } = await pager(() => ({ body: { results: [1], next } }));
    expect(await collect(paged(client))).toEqual([1]);
    expect(received).toHaveLength(1);
  });

  it.each([7, true, {}, ["?page=2"], "http://[", "https://h/page/2", "no link"])("%j is an error", async (next) => {
    const { client, received } = await pager(() => ({ body: { results: [1], next } }));
    const error = await rejection(collect(paged(client)));
    expect(error.name).toBe("PaginationError");
    expect(error.message).toBe("listThings: the link to the next page has no query");
    expect(received).toHaveLength(1);
  });

  it("is not read from inherited properties", async () => {
    const { client } = await pager(() => ({ body: { results: [1] } }));
    expect(await collect(paged(client, { items: "results", next: "constructor" }))).toEqual([1]);
    expect((await rejection(collect(paged(client, { items: ["results", "at"], offset: "offset" })))).name).toBe(
      "DecodeError",
    );
  });

  it("may stand deeper in the page", async () => {
    const { client } = await pager((query) => ({
      body: { data: { list: [query.get("page")] }, links: { "@next.link": query.has("page") ? null : "?page=2" } },
    }));
    const pages = { items: ["data", "list"], next: ["links", "@next.link"] };
    expect(await collect(paged(client, pages))).toEqual([null, "2"]);
  });
});

describe("limit", () => {
  it.each([
    [0, [], 0],
    [1, [10], 1],
    [2, [10, 11], 1],
    [3, [10, 11, 20], 2],
    [99, ALL, 3],
  ])("%i", async (limit, expected, requests) => {
    const { client, queries } = await linked();
    expect(await collect(paged(client, LINKED, {}, { limit }))).toEqual(expected);
    expect(await collect(paged(client, LINKED, {}, { limit, prefetch: true }))).toEqual(expected);
    expect(queries()).toHaveLength(2 * requests);
  });

  it("ends an iteration over pages with the page that reaches it", async () => {
    const { client } = await linked();
    expect(await collect(paged(client, LINKED, {}, { limit: 3 }).pages())).toHaveLength(2);
  });

  it.each([-1, Number.NaN])("cannot be %d", async (limit) => {
    const { client, received } = await linked();
    expect(isUsageError(await rejection(collect(paged(client, LINKED, {}, { limit }))))).toBe(true);
    expect(received).toEqual([]);
  });
});

it("follows the pages of the operation, independent of the function's name", async () => {
  const { client } = await linked();
  const kinds = { listThings: { items: "nothing", next: "next" }, other: LINKED };
  const fn = functionOf({ id: "other", path: operation().path });
  expect(await collect(paginate(kinds, fn, client as never))).toEqual(ALL);
});

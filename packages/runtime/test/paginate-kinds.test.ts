import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Client, createClient, type Pages } from "../src/index.ts";
import { collect, functionOf, LINKED, paged, pager } from "./pager.ts";

/** A server with numbers from 0, in pages of a size, by every kind of page at once. */
function numbers(count: number, size: number, { total = true } = {}) {
  const all = Array.from({ length: count }, (_, n) => n);
  return (query: URLSearchParams): object => {
    const page = Number(query.get("page") ?? 1);
    const start = Number(query.get("cursor") ?? query.get("offset") ?? (page - 1) * size);
    const end = start + size;
    const more = end < count;
    return {
      results: all.slice(start, end),
      next: more ? `http://inside/?page=${page + 1}` : null,
      after: more ? end : null,
      ...(total && { meta: { count } }),
    };
  };
}

const KINDS: Record<string, Pages> = {
  next: LINKED,
  cursor: { items: "results", cursor: "cursor", from: "after" },
  offset: { items: "results", offset: "offset" },
  "offset with total": { items: "results", offset: "offset", total: ["meta", "count"] },
  page: { items: "results", page: "page" },
  "page with total": { items: "results", page: "page", total: ["meta", "count"] },
};

const wellBehaved = fc.record({
  kind: fc.constantFrom(...Object.keys(KINDS)),
  count: fc.nat(40),
  size: fc.integer({ min: 1, max: 15 }),
  prefetch: fc.boolean(),
  limit: fc.option(fc.nat(50), { nil: undefined }),
});

function clientOf(answer: (query: URLSearchParams) => object, queries: string[] = []): Client {
  const fetch = async (url: string): Promise<Response> => {
    queries.push(new URL(url).search);
    return Response.json(answer(new URL(url).searchParams));
  };
  return createClient({ baseUrl: "https://api.test", fetch });
}

it("every kind yields all items once and in order", async () => {
  await fc.assert(
    fc.asyncProperty(wellBehaved, async ({ kind, count, size, prefetch, limit }) => {
      const queries: string[] = [];
      const client = clientOf(numbers(count, size), queries);
      const expected = Array.from({ length: Math.min(count, limit ?? count) }, (_, n) => n);
      expect(await collect(paged(client, KINDS[kind], {}, { prefetch, limit }))).toEqual(expected);
      // One more finds out about the end, where nothing else tells.
      const needed = Math.max(1, Math.ceil(expected.length / size));
      expect(queries.length).toBeLessThanOrEqual(limit === 0 ? 0 : needed + 1);
      if (/next|total|cursor/.test(kind) && limit !== 0) expect(queries).toHaveLength(needed);
    }),
  );
});

describe("cursor", () => {
  it("starts at the given parameter, and keeps the others", async () => {
    const queries: string[] = [];
    const client = clientOf(numbers(6, 2), queries);
    expect(await collect(paged(client, KINDS.cursor, { cursor: 2, q: "a" }))).toEqual([2, 3, 4, 5]);
    expect(queries).toEqual(["?cursor=2&q=a", "?cursor=4&q=a"]);
  });

  it.each([null, undefined, "", false])("%j is the end", async (after) => {
    const { client } = await pager(() => ({ body: { results: [1], after } }));
    expect(await collect(paged(client, KINDS.cursor))).toEqual([1]);
  });

  it("may be 0, but not an object", async () => {
    const client = (after: unknown) =>
      clientOf((query) => ({ results: [query.size], after: query.size ? null : after }));
    expect(await collect(paged(client(0), KINDS.cursor))).toEqual([0, 1]);
    await expect(collect(paged(client({}), KINDS.cursor))).rejects.toThrow(
      "listThings: the cursor of the next page is an object",
    );
  });

  it("may have the name of an inherited property", async () => {
    const queries: string[] = [];
    const client = clientOf((query) => ({ results: [query.size], after: query.size ? null : "a" }), queries);
    const pages: Pages = { items: "results", cursor: "__proto__", from: "after" };
    expect(await collect(paged(client, pages, {}, {}, functionOf({ query: ["__proto__"] })))).toEqual([0, 1]);
    expect(queries).toEqual(["", "?__proto__=a"]);
  });
});

describe("offset", () => {
  it("starts at the given parameter", async () => {
    const client = clientOf(numbers(7, 3));
    expect(await collect(paged(client, KINDS["offset with total"], { offset: 2 }))).toEqual([2, 3, 4, 5, 6]);
    expect(await collect(paged(client, KINDS.offset, { offset: "5" }))).toEqual([5, 6]);
  });

  it("counts received items, for any size of pages", async () => {
    const client = clientOf((query) => {
      const start = Number(query.get("offset") ?? 0);
      return { results: [0, 1, 2, 3, 4, 5, 6].slice(start, start + (start % 3) + 1) };
    });
    expect(await collect(paged(client, KINDS.offset))).toEqual([0, 1, 2, 3, 4, 5, 6]);
  });

  it.each([undefined, null, 0, -1, "many", {}])("an unusable total is ignored: %j", async (count) => {
    const client = clientOf((query) => ({ ...numbers(5, 2)(query), meta: { count } }));
    expect(await collect(paged(client, KINDS["offset with total"]))).toEqual([0, 1, 2, 3, 4]);
  });

  it("takes bare lists", async () => {
    const client = clientOf((query) => [0, 1, 2].slice(Number(query.get("offset") ?? 0)).slice(0, 2));
    expect(await collect(paged(client, { offset: "offset" }))).toEqual([0, 1, 2]);
  });
});

describe("page", () => {
  it("starts at the given parameter", async () => {
    const queries: string[] = [];
    expect(await collect(paged(clientOf(numbers(7, 2), queries), KINDS["page with total"], { page: 3 }))).toEqual([
      4, 5, 6,
    ]);
    expect(queries).toEqual(["?page=3", "?page=4"]);
  });

  it("may be counted from 0", async () => {
    const queries: string[] = [];
    const client = clientOf((query) => [[0], [1], []][Number(query.get("page") ?? 0)] ?? {}, queries);
    expect(await collect(paged(client, { page: "page", first: 0 }))).toEqual([0, 1]);
    expect(queries).toEqual(["", "?page=1", "?page=2"]);
  });
});

import { describe, expect, it } from "vitest";
import { isPaginationError, isSdkError, PaginationError } from "../src/index.ts";
import { rejection } from "./call.ts";
import { collect, paged, pager } from "./pager.ts";

describe.each([false, true])("with prefetch %j", (prefetch) => {
  /** What a walk yields before it fails, and how. */
  async function outcome(
    page: (query: URLSearchParams) => object,
    pages?: Parameters<typeof paged>[1],
  ): Promise<{ seen: unknown[]; error: Error; requests: number }> {
    const { client, received } = await pager((query) => ({ body: page(query) }));
    const seen: unknown[] = [];
    const walk = async (): Promise<void> => {
      for await (const item of paged(client, pages, {}, { prefetch })) seen.push(item);
    };
    const error = await rejection(walk());
    return { seen, error, requests: received.length };
  }

  it("links that lead to themselves end in an error", async () => {
    const { seen, error, requests } = await outcome((query) => ({ results: [query.size], next: "?page=2" }));
    expect(isPaginationError(error)).toBe(true);
    expect(error).toBeInstanceOf(PaginationError);
    expect(isSdkError(error)).toBe(true);
    expect(error).toMatchObject({ name: "PaginationError", operationId: "listThings", status: 200 });
    expect(error.message).toBe("listThings: page 2 leads to page 2 again");
    expect([seen, requests]).toEqual([[0, 1], 2]);
  });

  it("links that form a cycle end in an error", async () => {
    const { error } = await outcome((query) => {
      const page = Number(query.get("page") ?? 1);
      return { results: [page], next: `?page=${(page % 3) + 1}` };
    });
    expect(error.message).toBe("listThings: page 4 leads to page 2 again");
  });

  it("a first page that leads to itself ends in an error", async () => {
    const { client, received } = await pager(() => ({ body: { results: [1], next: "?page=1" } }));
    const error = await rejection(collect(paged(client, undefined, { page: 1 }, { prefetch })));
    expect(error.message).toBe("listThings: page 1 leads to page 1 again");
    expect(received).toHaveLength(1);
  });

  it("a repeated page ends in an error, and its items come once", async () => {
    let nth = 1;
    const { seen, error, requests } = await outcome(() => ({
      results: [{ id: 1 }, { id: 2 }],
      next: `?page=${++nth}`,
    }));
    expect(error.message).toBe("listThings: page 2 has the items of page 1 again");
    expect([seen, requests]).toEqual([[{ id: 1 }, { id: 2 }], 2]);
  });

  it("endless empty pages end in an error", async () => {
    let nth = 1;
    const { error, requests } = await outcome(() => ({ results: [], next: `?page=${++nth}` }));
    expect(error.message).toBe("listThings: 101 pages in a row have no items");
    expect(requests).toBe(101);
  });

  it("a repeated cursor ends in an error", async () => {
    let nth = 0;
    const { error } = await outcome(() => ({ data: [++nth], after: "a" }), {
      items: "data",
      cursor: "cursor",
      from: "after",
    });
    expect(error.message).toBe("listThings: page 2 leads to page 2 again");
  });

  it.each(["offset", "page"])("a server that ignores %s ends in an error", async (name) => {
    const { seen, error } = await outcome(() => [1, 2], { [name]: name } as never);
    expect(error.message).toBe("listThings: page 2 has the items of page 1 again");
    expect(seen).toEqual([1, 2]);
  });

  it("does not quote the link", async () => {
    const { error } = await outcome((query) => ({ results: [query.size], next: "?token=hunter22" }));
    expect(`${error.message} ${JSON.stringify(error)}`).not.toContain("hunter22");
  });
});

it("a page that equals a much earlier one is not a loop", async () => {
  const lists = [["a"], ["b"], ["a"]];
  const { client } = await pager((query) => {
    const page = Number(query.get("page") ?? 1);
    return { body: { results: lists[page - 1], next: page < 3 ? `?page=${page + 1}` : null } };
  });
  expect(await collect(paged(client))).toEqual(["a", "b", "a"]);
});

import { describe, expect, it } from "vitest";
import { type Client, createClient, type PageOptions, type PagePromise, pagePromise } from "../src/index.ts";
import { rejection } from "./call.ts";
import { collect, functionOf, LINKED, linked, pager } from "./pager.ts";

function list(client: Client, options?: PageOptions): PagePromise<unknown, unknown> {
  return pagePromise(LINKED, functionOf(), client, {}, options);
}

const FIRST = { results: [10, 11], next: "?page=2" };

describe("a promise of pages", () => {
  it("is the first page when it is awaited", async () => {
    const { client, queries } = await linked();
    expect(await list(client)).toEqual(FIRST);
    expect(queries()).toEqual([""]);
  });

  it("is all items when it is iterated, and all pages", async () => {
    const { client } = await linked();
    expect(await collect(list(client))).toEqual([10, 11, 20, 21, 30, 31]);
    expect(await collect(list(client).pages())).toHaveLength(3);
  });

  it("requests nothing by itself, and the first page once", async () => {
    const { client, queries } = await linked();
    const promise = list(client);
    expect(queries()).toEqual([]);
    await Promise.all([promise, promise, collect(promise)]);
    await collect(promise.pages());
    expect(queries().filter((query) => query === "")).toHaveLength(1);
  });

  it("takes the options of paginate", async () => {
    const { client, queries } = await linked();
    expect(await collect(list(client, { limit: 2 }))).toEqual([10, 11]);
    expect(await collect(list(client, { limit: 3, prefetch: true }))).toEqual([10, 11, 20]);
    expect(queries()).toEqual(["", "", "?page=2"]);
  });

  it("behaves as a promise", async () => {
    const { client } = await linked();
    const promise = list(client);
    let finished = 0;
    expect(await Promise.all([promise.then(), promise.catch(), promise.finally(() => void finished++)])).toEqual([
      FIRST,
      FIRST,
      FIRST,
    ]);
    expect(await promise.then((page) => [page])).toEqual([FIRST]);
    expect(finished).toBe(1);
    expect(String(promise)).toBe("[object PagePromise]");
  });

  it("rejects if the first page does, awaited or iterated", async () => {
    const { client, received } = await pager(() => ({ status: 404, body: {} }));
    const promise = list(client);
    expect((await rejection(promise)).name).toBe("NotFoundError");
    expect((await rejection(collect(promise))).name).toBe("NotFoundError");
    expect(await promise.catch((error: Error) => error.name)).toBe("NotFoundError");
    let finished = 0;
    await rejection(promise.finally(() => void finished++));
    expect(finished).toBe(1);
    expect(received).toHaveLength(1);
  });

  it.each([false, true])("stops once its signal is aborted, with prefetch %j", async (prefetch) => {
    const { client, queries } = await linked();
    const controller = new AbortController();
    const promise = list(client, { prefetch, signal: controller.signal });
    await promise;
    controller.abort("enough");
    await expect(collect(promise)).rejects.toBe("enough");
    await expect(collect(promise.pages())).rejects.toBe("enough");
    expect(queries()).toEqual([""]);
  });

  it("leaves no unhandled rejection if it is not used", async () => {
    const client = createClient({ baseUrl: "http://127.0.0.1:1", fetch: () => Promise.reject(new Error("never")) });
    const unhandled: unknown[] = [];
    const listener = (reason: unknown): void => void unhandled.push(reason);
    process.on("unhandledRejection", listener);
    list(client);
    await new Promise(setImmediate);
    process.off("unhandledRejection", listener);
    expect(unhandled).toEqual([]);
  });
});

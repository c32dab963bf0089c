import { getEventListeners } from "node:events";
import { describe, expect, it, onTestFinished } from "vitest";
import { type Client, createClient } from "../src/index.ts";
import { rejection } from "./call.ts";
import { collect, LINKED, paged } from "./pager.ts";
import { serve } from "./server.ts";

interface Pending {
  readonly client: Client;
  /** Queries in the order in which they were asked. */
  readonly asked: string[];
  /** Queries whose request was aborted. */
  readonly aborted: string[];
}

/** Endless pages of two; those from the second on never come, but abort. */
function stalling(): Pending {
  const asked: string[] = [];
  const aborted: string[] = [];
  const fetch = (url: string, { signal }: RequestInit): Promise<Response> => {
    const { search } = new URL(url);
    asked.push(search);
    if (!search) return Promise.resolve(Response.json({ results: [1, 2], next: "?page=2" }));
    return new Promise((_, reject) => {
      signal?.addEventListener("abort", () => {
        aborted.push(search);
        reject(signal.reason);
      });
    });
  };
  return { client: createClient({ baseUrl: "https://api.test", fetch }), asked, aborted };
}

/** Fails the test at a rejection that nobody handles. */
function watchRejections(): unknown[] {
  const unhandled: unknown[] = [];
  const listener = (reason: unknown): void => void unhandled.push(reason);
  process.on("unhandledRejection", listener);
  onTestFinished(() => void process.off("unhandledRejection", listener));
  return unhandled;
}

const settled = (): Promise<void> => new Promise((resolve) => setImmediate(() => setImmediate(resolve)));

describe("prefetch", () => {
  it("asks for the next page while the items of this one are used", async () => {
    const { client, asked } = stalling();
    for await (const item of paged(client, LINKED, {}, { prefetch: true })) {
      expect(item).toBe(1);
      await settled();
      expect(asked).toEqual(["", "?page=2"]);
      break;
    }
  });

  it("is not the default", async () => {
    const { client, asked } = stalling();
    for await (const _ of paged(client)) {
      await settled();
      expect(asked).toEqual([""]);
      break;
    }
  });

  it.each(["break", "throw"])("a %s aborts the request under way, and leaves nothing behind", async (how) => {
    const unhandled = watchRejections();
    const { client, asked, aborted } = stalling();
    const { signal } = new AbortController();
    const walk = async (): Promise<void> => {
      for await (const _ of paged(client, LINKED, {}, { prefetch: true, signal })) {
        await settled();
        if (how === "break") break;
        throw new Error("enough");
      }
    };
    await walk().catch(() => {});
    await settled();
    expect([asked, aborted]).toEqual([["", "?page=2"], ["?page=2"]]);
    expect(getEventListeners(signal, "abort")).toEqual([]);
    expect(unhandled).toEqual([]);
  });

  it("leaves no connection open behind it", async () => {
    let close = (): void => {};
    const closed = new Promise<void>((resolve) => {
      close = resolve;
    });
    let ask = (): void => {};
    const asked = new Promise<void>((resolve) => {
      ask = resolve;
    });
    const { url } = await serve((request, response) => {
      if (request.url === "/things/") return { body: { results: [1], next: "?page=2" } };
      response.on("close", close);
      ask();
      return undefined;
    });
    for await (const _ of paged(createClient({ baseUrl: url }), LINKED, {}, { prefetch: true })) {
      await asked;
      break;
    }
    await closed;
  });

  it("an error of the next page comes after the items of this one", async () => {
    const unhandled = watchRejections();
    const fetch = async (url: string): Promise<Response> => {
      return url.includes("?") ? new Response("", { status: 404 }) : Response.json({ results: [1, 2], next: "?a" });
    };
    const seen: unknown[] = [];
    const walk = async (): Promise<void> => {
      for await (const item of paged(createClient({ baseUrl: "https://h", fetch }), LINKED, {}, { prefetch: true })) {
        await settled();
        seen.push(item);
      }
    };
    expect((await rejection(walk())).name).toBe("NotFoundError");
    expect(seen).toEqual([1, 2]);
    expect(unhandled).toEqual([]);
  });

  it("an error of a prefetched page that is not used is ignored", async () => {
    const unhandled = watchRejections();
    const fetch = async (url: string): Promise<Response> => {
      return url.includes("?") ? new Response("", { status: 404 }) : Response.json({ results: [1, 2], next: "?a" });
    };
    for await (const _ of paged(createClient({ baseUrl: "https://h", fetch }), LINKED, {}, { prefetch: true })) {
      await settled();
      break;
    }
    await settled();
    expect(unhandled).toEqual([]);
  });
});

describe.each([false, true])("the caller's signal, with prefetch %j", (prefetch) => {
  it("ends an iteration that waits for a page", async () => {
    const { client, aborted } = stalling();
    const controller = new AbortController();
    const reason = new Error("enough");
    const seen: unknown[] = [];
    const walk = async (): Promise<void> => {
      for await (const item of paged(client, LINKED, {}, { prefetch, signal: controller.signal })) {
        seen.push(item);
        if (item === 2) setImmediate(() => setImmediate(() => controller.abort(reason)));
      }
    };
    expect(await rejection(walk())).toBe(reason);
    expect([seen, aborted]).toEqual([[1, 2], ["?page=2"]]);
    expect(getEventListeners(controller.signal, "abort")).toEqual([]);
  });

  it("ends an iteration in the middle of a page", async () => {
    const { client } = stalling();
    const controller = new AbortController();
    const seen: unknown[] = [];
    const walk = async (): Promise<void> => {
      for await (const item of paged(client, LINKED, {}, { prefetch, signal: controller.signal })) {
        seen.push(item);
        controller.abort("enough");
      }
    };
    await expect(walk()).rejects.toBe("enough");
    expect(seen).toEqual([1]);
  });

  it("requests nothing if it has been aborted before", async () => {
    const { client, asked } = stalling();
    const signal = AbortSignal.abort("before");
    await expect(collect(paged(client, LINKED, {}, { prefetch, signal }))).rejects.toBe("before");
    expect(asked).toEqual([]);
  });
});

import { getEventListeners } from "node:events";
import { inspect } from "node:util";
import { describe, expect, it, vi } from "vitest";
import { bearer, createClient, isConnectionError, isTimeoutError, isUsageError, rawRequest } from "../src/index.ts";
import { detailed, operation, plain, rejection } from "./call.ts";
import { serve } from "./server.ts";

const never = () => new Promise<never>(() => {});

describe("the time limit", () => {
  it("ends a call that gets no response", async () => {
    const { url } = await serve(() => undefined);
    const op = operation({ path: "/things/{id}/", query: ["q"] });
    const error = await rejection(
      plain(createClient({ baseUrl: url, timeoutMs: 20 }), op, { id: "hunter22", q: "hunter22" }),
    );
    expect(isTimeoutError(error)).toBe(true);
    expect(error).toMatchObject({ name: "TimeoutError", operationId: "getThing" });
    expect(error.message).toBe(`getThing: no response within 20 ms from GET ${url}/things/{id}/`);
  });

  it("counts the reading of the body", async () => {
    const { url } = await serve((_, response) => {
      response.writeHead(200, { "content-type": "application/json" }).write("[");
      return undefined;
    });
    const error = await rejection(plain(createClient({ baseUrl: url }), operation(), {}, { timeoutMs: 30 }));
    expect(isTimeoutError(error)).toBe(true);
  });

  it("holds with a fetch that ignores its signal", async () => {
    const client = createClient({ baseUrl: "https://h", fetch: never, timeoutMs: 1 });
    const holding = setTimeout(() => {}, 10_000); // The limit itself does not keep the process alive.
    expect(isTimeoutError(await rejection(plain(client, operation())))).toBe(true);
    clearTimeout(holding);
  });

  it("aborts the signal that fetch got", async () => {
    let signal: AbortSignal | null | undefined;
    const fetch = (_: string, init: RequestInit) => {
      signal = init.signal;
      return never();
    };
    const error = await rejection(plain(createClient({ baseUrl: "https://h", fetch, timeoutMs: 1 }), operation()));
    expect(signal?.reason).toBe(error);
  });

  it.each([
    [undefined, undefined, 30_000],
    [5_000, undefined, 5_000],
    [5_000, 7_000, 7_000],
    [0, undefined, undefined],
    [Number.POSITIVE_INFINITY, undefined, undefined],
    [5_000, 0, undefined],
    [2 ** 31, undefined, undefined],
  ])(
    "of client %s and call %s is %s, for head and body alike, and its timers are cleared",
    async (ofClient, ofCall, expected) => {
      const set = vi.spyOn(globalThis, "setTimeout");
      const clear = vi.spyOn(globalThis, "clearTimeout");
      const client = createClient({ baseUrl: "https://h", fetch: async () => Response.json({}), timeoutMs: ofClient });
      await detailed(client, operation(), {}, { timeoutMs: ofCall });
      expect(set.mock.calls.map(([, ms]) => ms)).toEqual(expected === undefined ? [] : [expected, expected]);
      for (const { value } of set.mock.results) expect(clear).toHaveBeenCalledWith(value);
      vi.restoreAllMocks();
    },
  );

  it.each(["request hooks", "credentials"])("does not count %s; that of the whole call does", async (what) => {
    const { url, received } = await serve({ body: {} });
    const wait = () => new Promise<void>((resolve) => void setTimeout(resolve, 300));
    const held =
      what === "credentials" ? { auth: bearer("A", () => wait().then(() => "t")) } : { hooks: { request: wait } };
    const client = createClient({ baseUrl: url, ...held, timeoutMs: 250 });
    const secured = operation({ security: [["A"], []] });
    expect(await plain(client, secured)).toEqual({});
    expect(received).toHaveLength(1);
    expect(isTimeoutError(await rejection(plain(client, secured, {}, { totalTimeoutMs: 20 })))).toBe(true);
  });

  it("of the head leaves the body its own", async () => {
    const { url } = await serve((_, response) => {
      response.writeHead(200, { "content-type": "application/json" });
      response.flushHeaders();
      setTimeout(() => response.end("1"), 400);
      return undefined;
    });
    const client = createClient({ baseUrl: url, timeoutMs: 300, bodyTimeoutMs: 60_000 });
    expect(await plain(client, operation())).toBe(1);
  });

  it("of the body ends one that never ends", async () => {
    const { url } = await serve((_, response) => {
      response.writeHead(200, { "content-type": "application/json" });
      response.flushHeaders();
      return undefined;
    });
    const error = await rejection(plain(createClient({ baseUrl: url, bodyTimeoutMs: 20 }), operation()));
    expect(isTimeoutError(error)).toBe(true);
    expect(error.message).toBe(`getThing: no complete response body within 20 ms from GET ${url}/things/`);
  });

  it("of a call must be a number", async () => {
    const client = createClient({ baseUrl: "https://h", fetch: never });
    expect(isUsageError(await rejection(plain(client, operation(), {}, { timeoutMs: -1 })))).toBe(true);
  });
});

describe("the caller's signal", () => {
  it.each([new Error("enough"), "text", 0])("rejects with its reason unchanged: %s", async (reason) => {
    const { url } = await serve(() => {
      controller.abort(reason);
      return undefined;
    });
    const controller = new AbortController();
    const { signal } = controller;
    await expect(plain(createClient({ baseUrl: url }), operation(), {}, { signal })).rejects.toBe(reason);
    expect(getEventListeners(signal, "abort")).toEqual([]);
  });

  it("ends the reading of a body", async () => {
    const controller = new AbortController();
    const fetch = async () => {
      const pull = () => {
        queueMicrotask(() => controller.abort("enough"));
        return never();
      };
      const body = new ReadableStream({ pull });
      return new Response(body, { headers: { "content-type": "application/json" } });
    };
    const call = plain(createClient({ baseUrl: "https://h", fetch }), operation(), {}, { signal: controller.signal });
    await expect(call).rejects.toBe("enough");
  });

  it("sends nothing if it has been aborted before", async () => {
    const { url, received } = await serve();
    const client = createClient({ baseUrl: url, auth: bearer("A", async () => "t") });
    for (const security of [undefined, [["A"]]]) {
      const op = operation(security ? { security } : {});
      await expect(plain(client, op, {}, { signal: AbortSignal.abort("before") })).rejects.toBe("before");
    }
    expect(received).toEqual([]);
  });

  it("asks for no credential if it has been aborted before", async () => {
    const secret = vi.fn(() => Promise.reject(new Error("nobody handles this")));
    const client = createClient({ baseUrl: "https://h", auth: bearer("A", secret), fetch: never });
    const call = plain(client, operation({ security: [["A"]] }), {}, { signal: AbortSignal.abort("before") });
    await expect(call).rejects.toBe("before");
    expect(secret).not.toHaveBeenCalled();
  });

  it("keeps no listener after the call", async () => {
    const { url } = await serve({ body: {} });
    const { signal } = new AbortController();
    const client = createClient({ baseUrl: url, auth: bearer("A", async () => "t") });
    await detailed(client, operation({ security: [["A"]] }), {}, { signal });
    expect(getEventListeners(signal, "abort")).toEqual([]);
  });
});

it("an attempt that fails leaves nothing running", async () => {
  let signal: AbortSignal | null | undefined;
  const fetch = async (_: string, init: RequestInit) => {
    signal = init.signal;
    return Response.json({});
  };
  const hooks = {
    response: () => {
      throw new Error("not this one");
    },
  };
  await rejection(plain(createClient({ baseUrl: "https://h", fetch, hooks }), operation()));
  expect(signal?.aborted).toBe(true);
});

it("an attempt that fails aborts nothing that fetch has given up: undici would end the process", async () => {
  let signal: AbortSignal | null | undefined;
  const fetch = async (_: string, init: RequestInit): Promise<Response> => {
    signal = init.signal;
    throw new TypeError("fetch failed");
  };
  const caller = new AbortController();
  const client = createClient({ baseUrl: "https://h", fetch, maxRetries: 0 });
  await rejection(rawRequest(client, { id: "raw", method: "GET" }, "x", undefined, { signal: caller.signal }));
  caller.abort();
  expect(signal?.aborted).toBe(false);
});

it("a response with more encodings than the platform takes is a ConnectionError, and ends nothing", async () => {
  const headers = { "content-encoding": Array(7).fill("gzip").join(", ") };
  const { url } = await serve((_, response) => {
    response.writeHead(200, headers).end(Buffer.alloc(300_000));
    return undefined;
  });
  expect(isConnectionError(await rejection(plain(createClient({ baseUrl: url, maxRetries: 0 }), operation())))).toBe(
    true,
  );
  // An error that nobody hears fails the run.
  await new Promise(setImmediate);
});

describe("the connection", () => {
  it("refused: ConnectionError with the cause and its code", async () => {
    const op = operation({ query: ["q"] });
    const error = await rejection(plain(createClient({ baseUrl: "http://127.0.0.1:1" }), op, { q: "hunter22" }));
    expect(isConnectionError(error)).toBe(true);
    expect(error).toMatchObject({ name: "ConnectionError", operationId: "getThing" });
    expect(error.message).toMatch(/^getThing: no response from GET http:\/\/127\.0\.0\.1:1\/things\/ \(.+\)$/);
    expect(error.cause).toBeInstanceOf(TypeError);
    expect(inspect(error)).not.toContain("hunter22");
  });

  it("reset before a response", async () => {
    const { url } = await serve((_, response) => void response.destroy());
    const error = await rejection(plain(createClient({ baseUrl: url }), operation()));
    expect(isConnectionError(error)).toBe(true);
    expect(error.status).toBeUndefined();
  });

  it.each([200, 500])("cut in the middle of a body with status %i", async (status) => {
    const { url } = await serve((_, response) => {
      response.writeHead(status, { "content-type": "application/json", "content-length": "100", "x-request-id": "r1" });
      response.write("[1,", () => response.destroy());
      return undefined;
    });
    const error = await rejection(detailed(createClient({ baseUrl: url }), operation()));
    expect(isConnectionError(error)).toBe(true);
    expect(error).toMatchObject({ status, requestId: "r1" });
    expect(error.message).toMatch(/^getThing: the response broke off from GET /);
  });

  it("leaves out a cause that quotes a secret", async () => {
    const fetch = async (url: string) => {
      throw new TypeError("fetch failed", { cause: new Error(`cannot reach ${url}`) });
    };
    const client = createClient({ baseUrl: "https://h", fetch });
    const op = operation({ query: ["key"], sensitive: ["key"] });
    const error = await rejection(plain(client, op, { key: "hunter 22" }));
    expect(isConnectionError(error)).toBe(true);
    expect(inspect(error, { showHidden: true })).not.toMatch(/hunter.*22/);
    expect((await rejection(plain(client, op))).cause).toBeInstanceOf(TypeError);
  });

  it.each<[string, (init: RequestInit) => object]>([
    ["in its headers", ({ headers }) => ({ config: { headers } })],
    ["in a circular cause", (init) => Object.assign(init, { self: init })],
  ])("leaves out a cause that holds a credential %s", async (_, held) => {
    const fetch = async (_url: string, init: RequestInit) => {
      throw Object.assign(new Error("socket hang up", { cause: Object.assign(new Error("closed"), held(init)) }));
    };
    const auth = bearer("B", "hunter22-hunter22");
    const error = await rejection(
      plain(createClient({ baseUrl: "https://h", fetch, auth }), operation({ security: [["B"]] })),
    );
    expect(isConnectionError(error)).toBe(true);
    expect(inspect(error, { depth: 9 })).not.toContain("hunter22");
  });

  it("ended by a limit of the caller's own fetch has its name for a code", async () => {
    const { url } = await serve(() => undefined);
    const fetch = (target: string, init: RequestInit) =>
      globalThis.fetch(target, { ...init, signal: AbortSignal.timeout(10) });
    const error = await rejection(plain(createClient({ baseUrl: url, fetch }), operation()));
    expect(error.code).toBe("TimeoutError");
    expect(error.message).toBe(`getThing: no response from GET ${url}/things/ (TimeoutError)`);
  });

  it.each([undefined, null, "text", { code: 1 }])("a fetch that throws %j causes no crash", async (thrown) => {
    const client = createClient({ baseUrl: "https://h", fetch: () => Promise.reject(thrown) });
    expect(isConnectionError(await rejection(plain(client, operation())))).toBe(true);
  });
});

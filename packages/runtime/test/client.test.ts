import { inspect } from "node:util";
import { describe, expect, it } from "vitest";
import { bearer, createClient, isUsageError, request } from "../src/index.ts";
import { type Detailed, detailed, operation, plain, rejection } from "./call.ts";
import { serve } from "./server.ts";

describe("baseUrl", () => {
  it.each([
    ["https://example.com", "https://example.com"],
    ["https://example.com///", "https://example.com"],
    ["https://Example.com:443/base/", "https://example.com/base"],
    ["http://[::1]:8000/a/b//", "http://[::1]:8000/a/b"],
  ])("%s becomes %s", (given, expected) => {
    expect(createClient({ baseUrl: given }).baseUrl).toBe(expected);
  });

  it.each([
    "",
    "/api",
    "example.com",
    "ftp://example.com",
    "file:///etc/passwd",
    "https://user:hunter22@example.com",
    "https://hunter22@example.com",
    "https://example.com/?token=hunter22",
    "https://example.com/#hunter22",
    "https://hunter22@",
  ])("%j is refused without repeating it", (baseUrl) => {
    const error = catching(() => createClient({ baseUrl }));
    expect(isUsageError(error)).toBe(true);
    expect(inspect(error, { showHidden: true })).not.toContain("hunter22");
    expect((error as Error).message).toContain("baseUrl must be an absolute http(s) URL");
  });

  it("keeps its path before the operation's", async () => {
    const { url } = await serve();
    const client = createClient({ baseUrl: `${url}/base/` });
    expect((await plain(client, operation({ path: "/x/" }))).url).toBe("/base/x/");
  });
});

describe("timeoutMs", () => {
  it.each([-1, Number.NaN, "x" as never])("%j is refused", (timeoutMs) => {
    expect(isUsageError(catching(() => createClient({ baseUrl: "https://h", timeoutMs })))).toBe(true);
  });
});

describe("a client", () => {
  it("is frozen, and shows base URL, fetch and what calls go by, but no credential", () => {
    const auth = bearer("A", "hunter22");
    const client = createClient({ baseUrl: "https://h", auth, headers: { "x-key": "hunter22" } });
    expect(Object.isFrozen(client)).toBe(true);
    expect(Object.keys(client)).toEqual(["baseUrl", "fetch", "clock", "rateLimit"]);
    const shown = inspect([client, auth], { showHidden: true, depth: 9 }) + JSON.stringify([client, auth]);
    expect(shown).not.toContain("hunter22");
  });

  it("calls the given fetch with text and init, and not as a method", async () => {
    const calls: unknown[][] = [];
    async function fetch(this: unknown, ...args: unknown[]) {
      calls.push([this, ...args]);
      return Response.json({});
    }
    await detailed(createClient({ baseUrl: "https://h", fetch }), operation());
    expect(calls).toEqual([
      [undefined, "https://h/things/", expect.objectContaining({ method: "GET", redirect: "manual" })],
    ]);
  });

  it("looks the global fetch up at each request", async () => {
    const client = createClient({ baseUrl: "https://h" });
    const original = globalThis.fetch;
    globalThis.fetch = async () => Response.json("later");
    const result = await detailed(client, operation()).finally(() => {
      globalThis.fetch = original;
    });
    expect(result.data).toBe("later");
  });

  it.each([undefined, null, {}, { baseUrl: "https://h", fetch, timeoutMs: 1 }])("is not %j", async (client) => {
    const error = await rejection(request(client as never, operation({ id: "listThings" })));
    expect(error.message).toBe("listThings: the first argument must be a client");
  });

  it("may have null instead of credentials", async () => {
    const { url } = await serve();
    const client = createClient({ baseUrl: url, auth: null as never });
    expect(await plain(client, operation())).toMatchObject({ url: "/things/" });
    const error = await rejection(plain(client, operation({ security: [["TokenAuth"]] })));
    expect(error.message).toBe("getThing: needs TokenAuth; this client carries no credentials");
  });

  it("may be called with null instead of parameters and options", async () => {
    const { url } = await serve();
    const op = operation({ query: ["a"] });
    const result = await request<Detailed>(createClient({ baseUrl: url }), op, null as never, null as never);
    expect(result.data).toMatchObject({ url: "/things/" });
  });
});

function catching(action: () => unknown): unknown {
  try {
    return action();
  } catch (error) {
    return error;
  }
}

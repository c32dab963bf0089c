import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  bearer,
  type ClientOptions,
  createClient,
  type Hooks,
  isUsageError,
  type RequestOptions,
  rawRequest,
} from "../src/index.ts";
import { serve } from "./server.ts";

interface Raw {
  path?: string;
  method?: string;
  body?: unknown;
  options?: RequestOptions;
  security?: readonly (readonly string[])[];
}

const auth = bearer("T", "the-secret");

function raw(
  options: ClientOptions,
  { path = "/things", method = "GET", body, security = [["T"]], ...more }: Raw = {},
) {
  return rawRequest(createClient({ auth, ...options }), { id: "raw", method, security }, path, body, more.options);
}

describe("a raw request", () => {
  test("resolves to the response of any status, its body unread", async () => {
    const { url } = await serve({ status: 418, body: "short and stout" });
    const response = await raw({ baseUrl: url });
    expect([response.status, response.bodyUsed]).toEqual([418, false]);
    expect(await response.text()).toBe("short and stout");
  });

  test("carries credentials and headers, and accepts any type", async () => {
    const { url, received } = await serve();
    await raw({ baseUrl: url, headers: { "x-team": "a" } }, { options: { headers: { "x-call": "b" } } });
    expect(received[0]?.headers).toMatchObject({
      authorization: "Bearer the-secret",
      accept: "*/*",
      "x-team": "a",
      "x-call": "b",
    });
  });

  test("may have null instead of options", async () => {
    const { url } = await serve({ status: 204 });
    expect((await raw({ baseUrl: url }, { options: null as never })).status).toBe(204);
  });

  test("is retried, and releases the earlier responses", async () => {
    let count = 0;
    const { url } = await serve(() => (++count < 3 ? { status: 503, body: "busy" } : { body: "done" }));
    const answers: Response[] = [];
    const fetch = async (target: string, init: RequestInit) => {
      const response = await globalThis.fetch(target, init);
      answers.push(response);
      return response;
    };
    const response = await raw({ baseUrl: url, fetch, random: () => 0 });
    expect(await response.text()).toBe("done");
    expect(answers.map(({ body, bodyUsed }) => bodyUsed || body?.locked)).toEqual([true, true, true]);
  });

  test("is retried if the earlier response broke off, or was read by a hook", async () => {
    const unheard: unknown[] = [];
    const note = (reason: unknown) => unheard.push(reason);
    process.on("unhandledRejection", note);
    for (const read of [false, true]) {
      let count = 0;
      const { url } = await serve((_, response) => {
        if (++count > 1) return { body: "done" };
        response.writeHead(503, { "content-length": "100" }).write("[");
        setImmediate(() => (read ? response.end(" ".repeat(99)) : response.destroy()));
        return undefined;
      });
      // Without a clone of the answer, so that it reads what is dropped afterwards.
      const hooks: Hooks = { response: async ({ response }) => void (await response.text().catch(() => {})) };
      const response = await raw({ baseUrl: url, hooks, random: () => 0 });
      expect(response.status).toBe(200);
    }
    await new Promise(setImmediate);
    process.off("unhandledRejection", note);
    expect(unheard).toEqual([]);
  });

  test("runs hooks, which may return the response", async () => {
    const seen: string[] = [];
    const hooks = {
      request: ({ request: { url }, operation: { id } }: { request: { url: string }; operation: { id: string } }) => {
        seen.push(`${id} ${url}`);
        return { response: new Response("hook") };
      },
    };
    expect(await (await raw({ baseUrl: "http://api.test/v1", hooks }, { path: "a?b=c" })).text()).toBe("hook");
    expect(seen).toEqual(["raw http://api.test/v1/a?b=c"]);
  });

  test.each([
    ["an object", { a: 1 }, '{"a":1}', "application/json"],
    ["an array", [1], "[1]", "application/json"],
    ["an object with a JSON form of its own", { toJSON: () => "x" }, '"x"', "application/json"],
    ["text", "a=b", "a=b", "text/plain;charset=UTF-8"],
    ["a form", new URLSearchParams({ a: "b" }), "a=b", "application/x-www-form-urlencoded;charset=UTF-8"],
    ["a file", new Blob(["a"], { type: "text/csv" }), "a", "text/csv"],
    ["bytes", new Uint8Array([97]), "a", undefined],
    ["null", null, "", undefined],
    ["nothing", undefined, "", undefined],
  ])("sends %s", async (_, body, text, type) => {
    const { url, received } = await serve();
    await raw({ baseUrl: url }, { method: "POST", body });
    expect(received[0]).toMatchObject({ method: "POST", body: text });
    expect(received[0]?.headers["content-type"]).toBe(type);
  });

  test("sends a stream unchanged", async () => {
    const { url, received } = await serve();
    const body = (async function* () {
      yield new TextEncoder().encode("a");
      yield new TextEncoder().encode("b");
    })();
    await raw({ baseUrl: url }, { method: "POST", body });
    expect(received[0]?.body).toBe("ab");
  });

  test("shows no secret of its body when it fails", async () => {
    const { url } = await serve({ status: 307, headers: { location: "http://other.test/s3cret-value" } });
    const failed = raw(
      { baseUrl: url },
      { method: "POST", path: "/a?key=query-secret", body: { deep: ["s3cret-value"] } },
    );
    const error = await failed.catch((thrown: unknown) => thrown);
    expect(String(error)).toContain("RedirectError: raw: refused");
    expect(String(error)).not.toMatch(/s3cret-value|query-secret|the-secret/);
  });
});

describe("the path of a raw request", () => {
  test.each([
    ["things", "/v1/things"],
    ["/things/", "/v1/things/"],
    ["./things", "/v1/things"],
    ["", "/v1/"],
    ["a b?q=ä&x={y}#part", "/v1/a%20b?q=%C3%A4&x={y}"],
    ["things/{id}", "/v1/things/%7Bid%7D"],
    ["?q=../..", "/v1/?q=../.."],
    ["a/http://x", "/v1/a/http://x"],
  ])("%j is below baseUrl", async (path, target) => {
    const { url, received } = await serve();
    await raw({ baseUrl: `${url}/v1` }, { path });
    expect(received.map((one) => one.url)).toEqual([target]);
  });

  const elsewhere = [
    ...["http://other.test/", "https://other.test", "//other.test/", "///other.test", "http:other", "data:,x"],
    ...["\\\\other.test", "/\\other.test", "\t//other.test", "/\t/other.test", "\n//other.test", "ht\ttp://other.test"],
    ...[
      " //other.test",
      "..",
      "../",
      "a/../../b",
      "a/..",
      "%2e%2e/b",
      ".%2E",
      "a/..%2fb",
      "%252e%252e/",
      "a%2f..%2f..",
      "..?x",
    ],
    ...["a/..;/b", "..;x", "a/..;x=1/b", "a/.;/b", "a/.;x", "a/%2e%2E;/b", "a/..%3b/b", "a/..%253Bx", "a/.%252e;/b"],
    ...["a/%2e/b", "a/..%5cb", "a/..%255Cb", "a/.%09./b", "a/..%0d%0a"],
  ];

  test.each(elsewhere)("%j is refused, and nothing is sent", async (path) => {
    const { url, received } = await serve();
    await expect(raw({ baseUrl: `${url}/v1` }, { path })).rejects.toSatisfy(isUsageError);
    expect(received).toEqual([]);
  });

  test("never leads elsewhere", async () => {
    const pieces = fc.constantFrom(
      ...("/\\.:@?#%2e%2f%5c\t\n \u0000{}".match(/%..|./gsu) ?? []),
      "http:",
      "other.test",
      "a",
    );
    const paths = fc.oneof(
      fc.array(pieces, { maxLength: 8 }).map((parts) => parts.join("")),
      fc.string({ unit: "binary" }),
    );
    let sent = 0;
    await fc.assert(
      fc.asyncProperty(paths, async (path) => {
        const fetch = async (target: string) => {
          sent++;
          const { origin, pathname } = new URL(target);
          expect(origin).toBe("http://api.test");
          expect(pathname).toMatch(/^\/v1\//);
          return new Response("");
        };
        await raw({ baseUrl: "http://api.test/v1", fetch }, { path }).catch((error: unknown) => {
          if (!isUsageError(error)) throw error;
        });
      }),
    );
    expect(sent).toBeGreaterThan(0);
  });
});

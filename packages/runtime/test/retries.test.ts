import { Readable } from "node:stream";
import fc from "fast-check";
import { describe, expect, it, onTestFinished } from "vitest";
import {
  type ClientOptions,
  createClient,
  isConnectionError,
  isRateLimitError,
  isTimeoutError,
  type RequestOptions,
  request,
  unwrap,
} from "../src/index.ts";
import { detailed, operation, rejection } from "./call.ts";
import { type Reply, serve } from "./server.ts";
import { testClock } from "./test-clock.ts";

const methods = ["GET", "HEAD", "PUT", "DELETE", "OPTIONS", "POST", "PATCH"];
const unsafe = ["POST", "PATCH"];

/** Calls a server that gives the replies one after the other, the last for ever. */
async function attempted(
  replies: readonly Reply[],
  method = "GET",
  options: Partial<ClientOptions> = {},
  ofCall: RequestOptions = {},
) {
  const left = [...replies];
  const { url, received } = await serve(() => (left.length > 1 ? left.shift() : left[0]) as Reply);
  const clock = testClock();
  const client = createClient({ baseUrl: url, clock, random: () => 1, ...options });
  const result = await request<{ status: number }>(client, operation({ method }), {}, ofCall);
  return { status: result.status, count: received.length, sleeps: clock.sleeps, client };
}

describe("a status", () => {
  it.each([408, 500, 502, 503, 504])("%i is retried if the method is idempotent", async (status) => {
    for (const method of methods) {
      const { count } = await attempted([{ status }, { status: 200 }], method);
      expect([method, count]).toEqual([method, unsafe.includes(method) ? 1 : 2]);
    }
  });

  it("429 is retried with any method, because the server has not acted", async () => {
    for (const method of methods) expect((await attempted([{ status: 429 }, { status: 200 }], method)).count).toBe(2);
  });

  it.each([200, 201, 204, 400, 401, 403, 404, 409, 410, 418, 422, 501, 505, 599])("%i is not", async (status) => {
    expect((await attempted([{ status }, { status: 200 }])).count).toBe(1);
  });

  it("is the result when no attempts are left", async () => {
    expect(await attempted([{ status: 503 }])).toMatchObject({ status: 503, count: 3 });
  });
});

describe("options", () => {
  it("retryUnsafe retries POST and PATCH like other methods", async () => {
    for (const method of unsafe) {
      expect((await attempted([{ status: 503 }, { status: 200 }], method, { retryUnsafe: true })).count).toBe(2);
      expect((await attempted([{ status: 503 }, { status: 200 }], method, {}, { retryUnsafe: true })).count).toBe(2);
    }
  });

  it.each([
    [undefined, undefined, 3],
    [0, undefined, 1],
    [4, undefined, 5],
    [0, 1, 2],
    [4, 0, 1],
    [Number.NaN, undefined, 1],
    [-1, undefined, 1],
  ])("maxRetries %s of the client and %s of the call make %i attempts", async (ofClient, ofCall, expected) => {
    const { count } = await attempted([{ status: 503 }], "GET", { maxRetries: ofClient }, { maxRetries: ofCall });
    expect(count).toBe(expected);
  });
});

describe("the wait", () => {
  it("doubles, up to the longest one", async () => {
    const { sleeps } = await attempted([{ status: 503 }], "GET", { maxRetries: 6, maxDelayMs: 5_000 });
    expect(sleeps).toEqual([500, 1_000, 2_000, 4_000, 5_000, 5_000]);
  });

  it("is a random part of that", async () => {
    const { sleeps } = await attempted([{ status: 503 }], "GET", { random: () => 0.25 });
    expect(sleeps).toEqual([125, 250]);
  });

  it.each([
    [{ "retry-after": "7" }, 7_000],
    [{ "retry-after": "1.5" }, 1_500],
    [{ "retry-after": "0" }, 500],
    [{ "retry-after": "-7" }, 500],
    [{ "retry-after": "soon" }, 500],
    [{ "retry-after": "" }, 500],
    [{ "retry-after": "NaN" }, 500],
    [{ "retry-after": "Thu, 01 Jan 2026 00:00:09 GMT", date: "Thu, 01 Jan 2026 00:00:00 GMT" }, 9_000],
    [{ "retry-after": "Thu, 01 Jan 2026 00:00:09 GMT", date: "Thu, 01 Jan 2026 00:01:00 GMT" }, 500],
    [{ "retry-after": "Thu, 32 Foo 2026 99:00:09 GMT" }, 500],
    [{ "x-ratelimit-reset": "7" }, 7_000],
    [
      { "x-ratelimit-reset": `${Date.UTC(2026, 0, 1, 0, 0, 11) / 1000}`, date: "Thu, 01 Jan 2026 00:00:00 GMT" },
      11_000,
    ],
    [{ "x-ratelimit-reset": "1642248000" }, 500],
    [{ "x-ratelimit-reset": "-1" }, 500],
    [{ "x-ratelimit-reset": "later" }, 500],
    [{ "retry-after": "3", "x-ratelimit-reset": "1e99" }, 3_000],
  ] as [Record<string, string>, number][])("after a 429 with %j is %i ms", async (headers, expected) => {
    expect((await attempted([{ status: 429, headers }, { status: 200 }])).sleeps).toEqual([expected]);
  });

  it("is what a 503 asks for in Retry-After, but no X-RateLimit-Reset, which tells of something else there", async () => {
    const { sleeps } = await attempted([
      { status: 503, headers: { "retry-after": "4" } },
      { status: 503, headers: { "x-ratelimit-reset": "4" } },
      { status: 200 },
    ]);
    expect(sleeps).toEqual([4_000, 1_000]);
  });

  it.each(["61", "3600", "1e300", "Infinity", "99999999999999999999999"])(
    "of %s s is too long: the answer is given at once",
    async (value) => {
      const headers = { "retry-after": value };
      expect(await attempted([{ status: 429, headers }])).toMatchObject({ status: 429, count: 1, sleeps: [] });
    },
  );

  it("survives invalid headers", async () => {
    const text = fc.oneof(fc.string(), fc.double().map(String), fc.date().map(String), fc.integer().map(String));
    await fc.assert(
      fc.asyncProperty(text, text, text, async (...values) => {
        const names = ["retry-after", "x-ratelimit-reset", "date"];
        const headers = new Headers();
        values.forEach((value, at) => void headers.set(names[at] as string, value.replace(/[^\x20-\x7e]/g, "")));
        const clock = testClock();
        const fetch = async () => new Response("", { status: 429, headers });
        await detailed(createClient({ baseUrl: "https://h", fetch, clock }), operation(), {}, { maxRetries: 2 });
        for (const ms of clock.sleeps) expect(ms >= 0 && ms <= 60_000).toBe(true);
      }),
    );
  });
});

describe("the error says when to try again", () => {
  const thrown = async (headers: Record<string, string>, status = 429) => {
    const { url } = await serve({ status, headers, body: { error: "Rate limit exceeded" } });
    return rejection(unwrap(request(createClient({ baseUrl: url }), operation())));
  };

  it("in its message and as milliseconds", async () => {
    const error = await thrown({ "retry-after": "3600" });
    expect(isRateLimitError(error) && error.retryAfterMs).toBe(3_600_000);
    expect(error.message).toBe("getThing: Rate limit exceeded (429 Too Many Requests); try again in 3600 s");
  });

  it("of a 503 as well", async () => {
    const error = await thrown({ "retry-after": "120" }, 503);
    expect(error.message).toBe("getThing: Rate limit exceeded (503 Service Unavailable); try again in 120 s");
  });
});

describe("a failed connection", () => {
  const failing = (code: string, failures = 1) => {
    let count = 0;
    const fetch = async () => {
      if (++count > failures) return Response.json({});
      throw new TypeError("fetch failed", { cause: Object.assign(new Error(code), { code }) });
    };
    return { count: () => count, client: createClient({ baseUrl: "https://h", fetch, clock: testClock() }) };
  };

  it("is retried if the method is idempotent", async () => {
    for (const method of methods.filter((each) => !unsafe.includes(each))) {
      const { client, count } = failing("ECONNRESET");
      await detailed(client, operation({ method }), {}, { maxRetries: 2 });
      expect(count()).toBe(2);
    }
  });

  it.each(["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "UND_ERR_CONNECT_TIMEOUT"])(
    "with %s is attempted again by POST, for nobody was reached",
    async (code) => {
      const { client, count } = failing(code);
      await detailed(client, operation({ method: "POST" }), {}, { maxRetries: 2 });
      expect(count()).toBe(2);
    },
  );

  it.each(["ECONNRESET", "UND_ERR_SOCKET", "ETIMEDOUT", "EPIPE"])(
    "with %s is not, for the server may have acted",
    async (code) => {
      const { client, count } = failing(code);
      const error = await rejection(detailed(client, operation({ method: "POST" }), {}, { maxRetries: 2 }));
      expect(isConnectionError(error)).toBe(true);
      expect(error.code).toBe(code);
      expect(count()).toBe(1);
    },
  );

  it("is the error when no attempts are left", async () => {
    const { client, count } = failing("ECONNREFUSED", 9);
    expect(isConnectionError(await rejection(detailed(client, operation(), {}, { maxRetries: 2 })))).toBe(true);
    expect(count()).toBe(3);
  });
});

it("an attempt that takes too long is followed by another", async () => {
  let count = 0;
  const { url } = await serve(() => (++count > 1 ? { status: 200 } : undefined));
  const client = createClient({ baseUrl: url, timeoutMs: 50, clock: testClock() });
  expect(await detailed(client, operation(), {}, { maxRetries: 1 })).toMatchObject({ status: 200 });
  const posted = rejection(
    detailed(
      createClient({ baseUrl: url, timeoutMs: 50, fetch: () => new Promise(() => {}) }),
      operation({ method: "POST" }),
      {},
      { maxRetries: 1 },
    ),
  );
  expect(isTimeoutError(await posted)).toBe(true);
});

async function* generator() {
  yield new TextEncoder().encode("x");
}

it.each([
  ["of the web", () => new Blob(["x"]).stream()],
  ["of Node.js", () => Readable.from([Buffer.from("x")])],
  ["that is a generator", generator],
])("a stream %s is sent once", async (_, stream) => {
  const { url, received } = await serve({ status: 503 });
  const raw = { type: "text/plain", encode: (value: unknown) => [value, "text/plain"] as const };
  const client = createClient({ baseUrl: url, clock: testClock() });
  const op = operation({ method: "PUT", body: raw });
  expect(await detailed(client, op, { body: stream() }, { maxRetries: 2 })).toMatchObject({ status: 503 });
  expect(received.map(({ body }) => body)).toEqual(["x"]);
});

it("the rate limit is that of the last response with one", async () => {
  const limits = { "x-ratelimit-limit": "1000", "x-ratelimit-remaining": "0", "x-ratelimit-reset": "1642248000" };
  const { client } = await attempted([{ status: 200, headers: limits }]);
  expect(client.rateLimit).toEqual({ limit: 1000, remaining: 0, resetAt: new Date(1_642_248_000_000) });
  const some = await attempted([{ status: 200, headers: { "x-ratelimit-limit": "5", "x-ratelimit-remaining": "-1" } }]);
  expect(some.client.rateLimit).toEqual({ limit: 5, remaining: undefined, resetAt: undefined });
  expect((await attempted([{ status: 200 }])).client.rateLimit).toBeUndefined();
});

it("a call needs no class of streams", async () => {
  const { ReadableStream } = globalThis;
  Reflect.deleteProperty(globalThis, "ReadableStream");
  onTestFinished(() => void Object.assign(globalThis, { ReadableStream }));
  const fetch = async () => ({ ok: true, status: 200, headers: new Headers(), text: async () => "{}" }) as Response;
  expect(await detailed(createClient({ baseUrl: "https://h", fetch }), operation())).toMatchObject({ data: {} });
});

it("no wait is longer than a timer can be", async () => {
  const reply = { status: 503, headers: { "retry-after": `${30 * 86_400}` } };
  const { sleeps, count } = await attempted([reply], "GET", { maxDelayMs: Infinity });
  expect([count, sleeps]).toEqual([1, []]);
});

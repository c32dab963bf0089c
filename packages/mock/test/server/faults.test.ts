import { afterEach, beforeEach, expect, test } from "vitest";
import { type Mock, startMock } from "../../src/index.ts";
import { booksPath } from "../fixtures/descriptions.ts";

let mock: Mock;

beforeEach(async () => {
  mock = await startMock({ description: booksPath });
});

afterEach(() => mock.close());

const get = (prefer: string, init: RequestInit = {}): Promise<Response> =>
  fetch(`${mock.url}/books/`, { ...init, headers: { "X-Key": "k", Prefer: prefer } });

/** The code of the connection's error. */
const failure = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => "answered",
    (error: Error & { cause?: { code?: string } }) => error.cause?.code ?? error.name,
  );

test("reset breaks the connection before a response", async () => {
  expect(await failure(get("fault=reset"))).toBe("ECONNRESET");
  expect(mock.requests).toMatchObject([{ operationId: "listBooks", status: undefined }]);
});

test("stall never responds", async () => {
  const signal = AbortSignal.timeout(100);
  expect(await failure(get("fault=stall", { signal }))).toBe("TimeoutError");
});

test("truncate announces a whole body and sends half of it", async () => {
  const response = await get("fault=truncate");
  expect(response.status).toBe(200);
  expect(response.headers.get("content-length")).toBe(`${JSON.stringify([{ title: "Emma" }]).length}`);
  expect(await failure(response.text())).toBe("UND_ERR_SOCKET");
});

test("html responds with the page of a proxy", async () => {
  const response = await get("fault=html");
  expect(response.status).toBe(502);
  expect(response.headers.get("content-type")).toBe("text/html");
  expect(await response.text()).toContain("<h1>502 Bad Gateway</h1>");
});

test("empty responds with the status and no body", async () => {
  const response = await get("code=404, fault=empty");
  expect(response.status).toBe(404);
  expect(await response.text()).toBe("");
});

test("429 says how long to wait, even if the operation does not declare it", async () => {
  const response = await get("fault=429");
  expect(response.status).toBe(429);
  expect(response.headers.get("retry-after")).toBe("1");
  expect(response.headers.get("x-ratelimit-remaining")).toBe("0");
  expect(await response.json()).toEqual({ detail: "Too Many Requests" });
});

test("expired-token responds as RFC 6750 defines it", async () => {
  const response = await get("fault=expired-token");
  expect(response.status).toBe(401);
  expect(response.headers.get("www-authenticate")).toContain('error="invalid_token"');
});

test("delay waits that many milliseconds, and stops when the caller leaves", async () => {
  const startedAt = performance.now();
  expect((await get("delay=80")).status).toBe(200);
  expect(performance.now() - startedAt).toBeGreaterThanOrEqual(79);
  expect(await failure(get("delay=600000", { signal: AbortSignal.timeout(50) }))).toBe("TimeoutError");
});

test("query parameters set the same preferences, for callers that cannot send headers", async () => {
  const response = await fetch(`${mock.url}/books/?__fault=html`, { headers: { "X-Key": "k" } });
  expect(response.status).toBe(502);
});

test.each([
  ["fault=slow", /^Prefer: fault= takes one of reset, stall, .*, not "slow"\.$/],
  ["delay=soon", /^Prefer: delay= takes milliseconds, at most 999999, not "soon"\.$/],
  ["code=4xx", /^Prefer: code= takes three digits, not "4xx"\.$/],
  ["dynamic=yes", /^Prefer: dynamic= takes true or false, not "yes"\.$/],
])("%s is refused in a sentence", async (prefer, sentence) => {
  const response = await get(prefer);
  expect(response.status).toBe(422);
  expect(((await response.json()) as { detail: string }).detail).toMatch(sentence);
});

test("an unknown preference is ignored", async () => {
  expect((await get('return=minimal, example="none"')).status).toBe(200);
});

import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import {
  bearer,
  createClient,
  encodeMultipart,
  isConnectionError,
  type LogEntry,
  type LoggerOptions,
  logger,
} from "../../src/index.ts";
import { detailed, operation, plain, rejection } from "../call.ts";
import { type Reply, serve } from "../server.ts";
import { testClock } from "../test-clock.ts";

const json = { "content-type": "application/json" };
const create = operation({
  id: "createVariable",
  method: "POST",
  path: "/variables/",
  body: "application/json",
  query: ["search", "key"],
  security: [["A"]],
  sensitive: ["value", "decrypted_value", "key"],
});

async function logged(replies: readonly Reply[], op = create, params: object = {}, options: LoggerOptions = {}) {
  const left = [...replies];
  const { url } = await serve(() => {
    const { body, ...reply } = left.shift() as Reply;
    const text = body === undefined || typeof body === "string" ? body : JSON.stringify(body);
    return { ...reply, body: text, headers: { ...json, ...reply.headers, "content-length": `${text?.length ?? 0}` } };
  });
  const entries: LogEntry[] = [];
  const hooks = logger({ log: (entry) => entries.push(entry), ...options });
  const client = createClient({
    baseUrl: url,
    auth: bearer("A", "hunter22-token"),
    hooks,
    clock: testClock(),
    random: () => 1,
  });
  const result = await detailed(client, op, params, { maxRetries: 2 }).catch((error: Error) => error);
  return {
    entries,
    url,
    result,
    lines: entries.map(({ level, message }) => `${level} ${message.replaceAll(url, "")}`),
  };
}

describe("a line", () => {
  it("has the response", async () => {
    const { lines, entries } = await logged([{ status: 201, body: {}, headers: { "x-request-id": "r1" } }]);
    expect(lines).toEqual(["info createVariable: POST /variables/ → 201 in 0 ms"]);
    expect(entries[0]).toMatchObject({ operationId: "createVariable", attempt: 1, status: 201, requestId: "r1" });
  });

  it("has error statuses, retries and their outcome", async () => {
    const { lines } = await logged([
      { status: 429, headers: { "retry-after": "2" } },
      { status: 200, body: {} },
    ]);
    expect(lines).toEqual([
      "warn createVariable: POST /variables/ → 429 in 0 ms",
      "warn createVariable: POST /variables/ retry in 2000 ms",
      "info createVariable: POST /variables/ → 200 in 0 ms",
    ]);
  });

  it("has a failure", async () => {
    const entries: LogEntry[] = [];
    const fetch = () => Promise.reject(new TypeError("fetch failed"));
    const client = createClient({
      baseUrl: "https://h",
      fetch,
      hooks: logger({ log: (entry) => entries.push(entry) }),
    });
    await rejection(detailed(client, operation(), {}, { maxRetries: 0 }));
    expect(entries).toMatchObject([
      { level: "error", error: "getThing: no response from GET https://h/things/ (fetch failed)" },
    ]);
  });

  it.each([
    ["error", []],
    ["warn", ["warn", "warn"]],
    ["info", ["warn", "warn", "info"]],
    ["debug", ["debug", "warn", "warn", "debug", "info"]],
  ] as const)("is written from the level %s on", async (level, expected) => {
    const { entries } = await logged([{ status: 429 }, { status: 200, body: {} }], create, {}, { level });
    expect(entries.map((entry) => entry.level)).toEqual(expected);
  });
});

describe("at the level debug", () => {
  const debug = { level: "debug" } as const;

  it("shows headers and bodies, and nothing that is secret", async () => {
    const params = {
      search: "web",
      key: "hunter22-query",
      body: { name: "A", value: "hunter22-value", deep: [{ value: "hunter22-deep" }] },
    };
    const body = { id: 1, decrypted_value: "hunter22-answer", echo: "hunter22-value, hunter22-token" };
    const headers = { "x-api-key": "hunter22-header", "x-echo": "hunter22-token" };
    const { entries, lines } = await logged([{ status: 201, body, headers }], create, params, debug);
    expect(JSON.stringify(entries)).not.toContain("hunter22");
    expect(lines[0]).toContain('{"name":"A","value":"[redacted]","deep":[{"value":"[redacted]"}]}');
    expect(lines[0]).toContain("?search=web&key=[redacted]");
    expect(lines[1]).toContain('{"id":1,"decrypted_value":"[redacted]","echo":"[redacted], [redacted]"}');
    expect(entries[1]?.headers).toMatchObject({ "x-api-key": "[redacted]", "x-echo": "[redacted]" });
  });

  it("leaves the response body for the caller to read", async () => {
    const { result } = await logged([{ status: 200, body: { id: 1 } }], create, {}, debug);
    expect(result).toMatchObject({ data: { id: 1 } });
  });

  it("shows the kind of a body that is not JSON", async () => {
    const op = operation({
      ...create,
      body: { type: "multipart/form-data", encode: encodeMultipart },
      accept: "text/plain",
    });
    const params = { body: { file: new File(["KEY=hunter22"], "a.env") } };
    const answer = { status: 200, body: "KEY=hunter22", headers: { "content-type": "text/plain" } };
    const { entries } = await logged([answer], op, params, debug);
    expect(entries.map(({ body }) => body)).toEqual(["[FormData]", "[text/plain, 12 bytes]"]);
  });

  it("shows no JSON that is secret as a whole, long, or broken", async () => {
    const whole = await logged([{ status: 200, body: { a: "hunter22" } }], { ...create, sensitive: ["*"] }, {}, debug);
    expect(whole.entries[1]?.body).toBe("[application/json, 16 characters]");
    const long = await logged([{ status: 200, body: { a: "x".repeat(5_000) } }], create, {}, debug);
    expect(long.entries[1]?.body).toHaveLength(2_001);
    const longer = await logged([{ status: 200, body: { a: "x".repeat(200_000) } }], create, {}, debug);
    expect(longer.entries[1]?.body).toBe("[application/json, 200008 bytes]");
    const broken = await logged(
      [{ status: 500, body: '{"a":"hunter22' }, { status: 200 }],
      { ...create, method: "PUT" },
      {},
      debug,
    );
    expect(broken.entries[1]?.body).toBe("[invalid JSON, 14 characters]");
  });
});

it.each(["at once", "later"])("calls continue if the log fails %s", async (when) => {
  const unheard: unknown[] = [];
  const note = (reason: unknown) => unheard.push(reason);
  process.on("unhandledRejection", note);
  const fail = () => {
    throw new Error("disk full");
  };
  const log = when === "later" ? async () => fail() : fail;
  const { result } = await logged([{ status: 200, body: { id: 1 } }], create, {}, { log });
  expect(result).toMatchObject({ ok: true });
  await new Promise(setImmediate);
  process.off("unhandledRejection", note);
  expect(unheard).toEqual([]);
});

it("a response that breaks off fails the same way at the level debug", async () => {
  const { url, received } = await serve((_, response) => {
    response.writeHead(200, { ...json, "content-length": "100" }).write("[1,", () => response.destroy());
    return undefined;
  });
  const entries: LogEntry[] = [];
  const hooks = logger({ level: "debug", log: (entry) => entries.push(entry) });
  const client = createClient({ baseUrl: url, hooks, clock: testClock() });
  const error = await rejection(detailed(client, operation(), {}, { maxRetries: 2 }));
  expect(isConnectionError(error)).toBe(true);
  expect(received).toHaveLength(3);
  expect(entries.find(({ status }) => status)?.body).toBe("[broken off]");
});

it.each(["x-request-id", "request-id", "x-correlation-id"])(
  "the name of a request is taken from %s",
  async (header) => {
    const { entries } = await logged([{ status: 200, body: {}, headers: { [header]: "r1" } }]);
    expect(entries[0]?.requestId).toBe("r1");
  },
);

it("reads no more of a compressed body than is modest", async () => {
  const body = gzipSync(JSON.stringify("x".repeat(10_000_000)));
  const { url } = await serve((_, response) => {
    response.writeHead(200, { ...json, "content-encoding": "gzip", "content-length": `${body.length}` }).end(body);
    return undefined;
  });
  const entries: LogEntry[] = [];
  const hooks = logger({ level: "debug", log: (entry) => entries.push(entry) });
  const client = createClient({ baseUrl: url, hooks, maxResponseBytes: 1_000 });
  await rejection(plain(client, operation()));
  expect(entries.map((entry) => entry.body)).toContain("[application/json, more than 100000 bytes]");
});

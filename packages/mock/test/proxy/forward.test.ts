import { createHash, randomBytes } from "node:crypto";
import { once } from "node:events";
import { request as httpRequest, type IncomingMessage, type RequestOptions, type ServerResponse } from "node:http";
import { connect } from "node:net";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { readBody } from "../../src/server/read-request.ts";
import { sendJson, serve } from "../support/serve.ts";
import { startTestProxy } from "../support/start-proxy.ts";

/** Sends a request as it is written down, and resolves with the head of the response. */
function ask(url: string, options: RequestOptions = {}, body?: string): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => httpRequest(url, options, resolve).on("error", reject).end(body));
}

const pairs = (raw: readonly string[], name: string): string[] =>
  raw.filter((_, index) => index % 2 === 1 && raw[index - 1]?.toLowerCase() === name);

test.each(["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"])(
  "%s goes through, with its body",
  async (method) => {
    await using server = await serve(async (request, response) => {
      response.setHeader("X-Method", request.method ?? "");
      response.setHeader("X-Length", (await readBody(request)).length);
      response.end("answer");
    });
    await using proxy = await startTestProxy(server.url);
    const body = ["GET", "HEAD"].includes(method) ? undefined : "some body";
    const response = await ask(
      `${proxy.url}/any/`,
      { method, headers: body ? { "Transfer-Encoding": "chunked" } : {} },
      body,
    );
    expect(response.headers["x-method"]).toBe(method);
    expect(response.headers["x-length"]).toBe(String(body?.length ?? 0));
    expect((await readBody(response)).toString()).toBe(method === "HEAD" ? "" : "answer");
  },
);

test("path and query pass unchanged, after the path of the target", async () => {
  await using server = await serve((request, response) => void response.end(request.url));
  await using proxy = await startTestProxy(`${server.url}/base`);
  const response = await ask(proxy.url, { path: "//a/../b%2Fc/?x=%41&x=+1&y" });
  expect((await readBody(response)).toString()).toBe("/base//a/../b%2Fc/?x=%41&x=+1&y");
});

test("headers pass in both directions, repeated ones too, except those of one connection", async () => {
  let came: string[] = [];
  await using server = await serve((request, response) => {
    came = request.rawHeaders;
    const headers = ["Set-Cookie", "a=1", "Set-Cookie", "b=2", "X-Odd-CASE", "1", "Connection", "X-Hop", "X-Hop", "1"];
    response.writeHead(299, "Odd Status", headers).end("ok");
  });
  await using proxy = await startTestProxy(server.url);
  const sent = [
    "Host",
    "proxy.example",
    "X-Many",
    "1",
    "X-Many",
    "2",
    "Authorization",
    "Token x",
    "Connection",
    "X-Mine",
    "X-Mine",
    "1",
    "TE",
    "x",
  ];
  const response = await ask(`${proxy.url}/`, { headers: sent });
  expect(pairs(came, "x-many")).toEqual(["1", "2"]);
  expect(pairs(came, "authorization")).toEqual(["Token x"]);
  expect(pairs(came, "host")).toEqual([new URL(server.url).host]);
  expect([...pairs(came, "x-mine"), ...pairs(came, "te")]).toEqual([]);
  expect([response.statusCode, response.statusMessage]).toEqual([299, "Odd Status"]);
  expect(pairs(response.rawHeaders, "set-cookie")).toEqual(["a=1", "b=2"]);
  expect(response.rawHeaders).toContain("X-Odd-CASE");
  expect(response.rawHeaders).not.toContain("X-Hop");
});

test("a POST without a body stays one", async () => {
  let came: IncomingMessage["headers"] = {};
  await using server = await serve((request, response) => {
    came = request.headers;
    response.end();
  });
  await using proxy = await startTestProxy(server.url);
  const socket = connect(Number(new URL(proxy.url).port), "127.0.0.1");
  socket.write("POST / HTTP/1.1\r\nHost: proxy.example\r\nConnection: close\r\n\r\n");
  await once(socket.resume(), "close");
  expect([came["content-length"], came["transfer-encoding"]]).toEqual(["0", undefined]);
});

test("a response streams: its head and start come before its end", async () => {
  let response: ServerResponse | undefined;
  await using server = await serve((_, each) => {
    response = each;
    each.writeHead(200, { "Content-Type": "text/event-stream" }).flushHeaders();
  });
  await using proxy = await startTestProxy(server.url);
  const received = await fetch(`${proxy.url}/events/`);
  expect(received.headers.get("content-type")).toBe("text/event-stream");
  const reader = (received.body as ReadableStream<Uint8Array>).getReader();
  for (const event of ["data: 1\n\n", "data: 2\n\n"]) {
    response?.write(event);
    expect(Buffer.from((await reader.read()).value ?? []).toString()).toBe(event);
  }
  response?.end();
  expect((await reader.read()).done).toBe(true);
});

test("a request streams: its start goes before its end", async () => {
  const firsts: string[] = [];
  let onFirst = (): void => {};
  const first = new Promise<void>((resolve) => {
    onFirst = resolve;
  });
  await using server = await serve(async (request, response) => {
    for await (const chunk of request) {
      firsts.push(String(chunk));
      onFirst();
    }
    response.end(firsts.join("|"));
  });
  await using proxy = await startTestProxy(server.url);
  const request = httpRequest(`${proxy.url}/upload/`, { method: "POST" });
  request.write("start");
  await first;
  request.end("end");
  const [response] = (await once(request, "response")) as [IncomingMessage];
  expect((await readBody(response)).toString()).toBe("start|end");
});

test("big bodies pass unchanged and unchecked", async () => {
  const big = randomBytes(24 * 1024 * 1024);
  await using server = await serve((request, response) => {
    response.writeHead(200, { "Content-Type": "application/json" });
    request.pipe(response);
  });
  await using proxy = await startTestProxy(server.url);
  const response = await fetch(`${proxy.url}/api/projects/`, {
    method: "POST",
    body: big,
    headers: { Authorization: "Token x", "Content-Type": "application/json" },
  });
  const hash = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");
  expect(hash(await response.bytes())).toBe(hash(big));
  const { violations, notChecked } = await proxy.report();
  expect(notChecked).toEqual([
    `The body of the request was not checked: too large, ${big.length} bytes.`,
    `The body of the response was not checked: too large, ${big.length} bytes.`,
  ]);
  expect(violations).toEqual([
    {
      side: "response",
      place: "",
      message: "undocumented status: the documented statuses are 201, 400, 401, 403, 429 (came 200)",
    },
  ]);
});

test("a program that disconnects ends the request to the server", async () => {
  let onClose = (): void => {};
  const closed = new Promise<void>((resolve) => {
    onClose = resolve;
  });
  await using server = await serve((_, response) => {
    response.on("close", onClose);
    response.write("start");
  });
  await using proxy = await startTestProxy(server.url);
  const abort = new AbortController();
  const response = await fetch(`${proxy.url}/api/`, { signal: abort.signal });
  await response.body?.getReader().read();
  abort.abort();
  await closed;
  expect((await proxy.report()).notChecked).toEqual(["The program disconnected."]);
});

test("a server that breaks off breaks off to the program too", async () => {
  await using server = await serve((_, response) => {
    response.writeHead(200, { "Content-Type": "application/json", "Content-Length": "100" });
    response.write("{", () => response.destroy());
  });
  await using proxy = await startTestProxy(server.url);
  const response = await fetch(`${proxy.url}/health/`);
  await expect(response.text()).rejects.toThrow();
  const { status, notChecked, violations } = await proxy.report();
  expect({ status, violations }).toEqual({ status: 200, violations: [] });
  expect(notChecked).toEqual([`${server.url} broke the connection (ECONNRESET).`]);
});

test("an unreachable server gets a 502 problem document", async () => {
  const closed = await serve(() => {});
  await closed[Symbol.asyncDispose]();
  await using proxy = await startTestProxy(closed.url);
  const response = await fetch(`${proxy.url}/api/projects/`, { method: "POST", body: "some" });
  expect([response.status, response.headers.get("content-type")]).toEqual([502, "application/problem+json"]);
  const detail = `${closed.url} refused the connection (ECONNREFUSED).`;
  expect(await response.json()).toEqual({ type: "about:blank", title: "Bad Gateway", status: 502, detail });
  const { status, notChecked } = await proxy.report();
  expect({ status, notChecked }).toEqual({ status: undefined, notChecked: [detail] });
});

test("a request for another server is not passed on", async () => {
  let requests = 0;
  await using server = await serve((_, response) => {
    requests += 1;
    response.end();
  });
  await using proxy = await startTestProxy(server.url);
  const response = await ask(proxy.url, { path: "http://other.example/api/", headers: { Authorization: "Token x" } });
  expect(response.statusCode).toBe(421);
  expect(JSON.parse((await readBody(response)).toString())).toMatchObject({
    detail: `This passes on to ${server.url} alone. Give it to programs as the server, not as their proxy.`,
  });
  expect(requests).toBe(0);
});

test.each([
  ["gzip", gzipSync],
  ["br", brotliCompressSync],
] as const)("%s goes through as it is, and is decoded to be checked", async (encoding, compress) => {
  const bytes = compress(JSON.stringify({ status: "healthy", service: "KeyNest", version: 1 }));
  await using server = await serve((_, response) => {
    response.writeHead(200, { "Content-Type": "application/json", "Content-Encoding": encoding }).end(bytes);
  });
  await using proxy = await startTestProxy(server.url);
  const response = await ask(`${proxy.url}/health/`);
  expect(response.headers["content-encoding"]).toBe(encoding);
  expect(await readBody(response)).toEqual(bytes);
  expect((await proxy.report()).violations).toEqual([
    { side: "response", place: "version", message: "wrong type: must be string (status 200; came 1)" },
  ]);
});

test.each(["gzip", "unknown"])(
  "a body that is not %s, as it says, goes through, and is not checked",
  async (encoding) => {
    await using server = await serve((_, response) => sendJson(response, 200, {}, { "Content-Encoding": encoding }));
    await using proxy = await startTestProxy(server.url);
    const response = await ask(`${proxy.url}/health/`);
    expect((await readBody(response)).toString()).toBe("{}");
    const { violations, notChecked } = await proxy.report();
    expect(violations).toEqual([]);
    expect(notChecked).toEqual([
      `The body of the response was not checked: encoded as ${encoding}, broken, unknown or too large.`,
    ]);
  },
);

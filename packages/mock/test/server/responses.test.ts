import { createServer, get as httpGet } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { text } from "node:stream/consumers";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { type Mock, startMock } from "../../src/index.ts";
import { booksPath, callbackDescription, patternDescription } from "../fixtures/descriptions.ts";

let mock: Mock;

beforeAll(async () => {
  mock = await startMock({ description: booksPath });
});

afterAll(() => mock.close());
afterEach(() => vi.restoreAllMocks());

const get = (path: string, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(mock.url + path, { headers: { "X-Key": "k", ...headers } });

const post = (path: string, body: string, type = "application/json"): Promise<Response> =>
  fetch(mock.url + path, { method: "POST", body, headers: { "X-Key": "k", "Content-Type": type } });

test("responds with the first example of the first success", async () => {
  const response = await get("/books/");
  expect(response.status).toBe(200);
  expect(await response.json()).toEqual([{ title: "Emma" }]);
});

test("responds with the status and the example that the caller prefers", async () => {
  expect((await get("/books/", { Prefer: "code=404" })).status).toBe(404);
  expect(await (await get("/books/", { Prefer: "code=404" })).json()).toEqual({ detail: "No shelf." });
  expect(await (await get("/books/", { Prefer: "example=none" })).json()).toEqual([]);
  expect(await (await get("/books/", { Prefer: "code=200, example=none" })).json()).toEqual([]);
});

test("an undocumented status is a problem document", async () => {
  const response = await get("/books/", { Prefer: "code=418" });
  expect(response.headers.get("content-type")).toBe("application/problem+json");
  expect(await response.json()).toMatchObject({ detail: "Requested status code 418 is not defined in the document." });
});

test.each(["/books", "//books/", "//", "/v1/books/"])("%s is no route", async (path) => {
  const response = await get(path);
  expect(response.status).toBe(404);
  expect(await response.json()).toMatchObject({ title: "Route not resolved, no path matched" });
});

test("a path that cannot be decoded gets a 400 with a sentence", async () => {
  const response = await get("/books/%E0%A4%A");
  expect(response.status).toBe(400);
  expect(await response.json()).toMatchObject({ detail: "/books/%E0%A4%A has an invalid percent-encoding" });
});

test("a whole URL in the request line, as programs send it to proxies, is the same as its path", async () => {
  const { hostname, port } = new URL(mock.url);
  const options = { hostname, port, path: "http://books.example/books/", headers: { "X-Key": "k" } };
  const status = await new Promise((resolve) => httpGet(options, (response) => resolve(response.resume().statusCode)));
  expect(status).toBe(200);
});

test("an undocumented method gets a 405", async () => {
  expect((await fetch(`${mock.url}/books/`, { method: "DELETE" })).status).toBe(405);
});

test("a request without credentials gets a 401", async () => {
  expect((await fetch(`${mock.url}/books/`)).status).toBe(401);
});

test("a request that breaks the description gets a 422 with a sentence", async () => {
  const body = await post("/books/", '{"titel":"Emma"}');
  expect(body.status).toBe(422);
  expect(await body.json()).toMatchObject({
    validation: expect.arrayContaining([
      expect.objectContaining({ message: "Request body must have required property 'title'" }),
    ]),
  });
  const query = await get("/books/?limit=99");
  expect(query.status).toBe(422);
  expect(await query.json()).toMatchObject({
    validation: [{ message: "Request query parameter limit must be <= 10" }],
  });
});

test("an invalid request gets the documented response, with the violations in a header", async () => {
  const response = await post("/loans/", '{"title":"Emma","x":1}');
  expect(response.status).toBe(400);
  expect(await response.json()).toEqual({ detail: "Refused." });
  expect(JSON.parse(response.headers.get("sl-violations") ?? "")).toMatchObject([
    { location: ["request", "body"], message: "Request body must NOT have additional properties; found 'x'" },
  ]);
});

test("the header with violations may quote any character", async () => {
  const response = await post("/loans/", '{"title":"Emma","ключ":1}');
  expect(response.status).toBe(400);
  expect(JSON.parse(response.headers.get("sl-violations") ?? "")[0].message).toContain("found 'ключ'");
});

test("many violations fit the header", async () => {
  const extra = Object.fromEntries(Array.from({ length: 500 }, (_, index) => [`extra${index}`, index]));
  const response = await post("/loans/", JSON.stringify({ title: "Emma", ...extra }));
  expect(response.status).toBe(400);
  expect(response.headers.get("sl-violations")).toMatch(/^Too many violations!/);
});

test("an example that breaks its schema gets a 500 with a sentence", async () => {
  const response = await get("/broken/");
  expect(response.status).toBe(500);
  expect(await response.json()).toMatchObject({
    validation: [{ location: ["response", "body", "title"], message: "Response body property title must be string" }],
  });
});

test("without an example, the response fits its schema and is the same each time", async () => {
  await using other = await startMock({ description: patternDescription });
  const colour = async () => await (await fetch(`${other.url}/colour`)).json();
  const first = await colour();
  expect(first).toMatch(/^#[0-9a-f]{6}$/);
  expect(await colour()).toBe(first);
});

test("random responses stay random after a request with a seed", async () => {
  await using other = await startMock({ description: patternDescription });
  const colour = async (prefer: string) =>
    await (await fetch(`${other.url}/colour`, { headers: { Prefer: prefer } })).json();
  const afterSeed = async () => [await colour("dynamic=true, seed=7"), await colour("dynamic=true")];
  const [one, next] = await afterSeed();
  const [again, different] = await afterSeed();
  expect(again).toBe(one);
  expect(different).not.toBe(next);
});

test("a body that is not JSON gets a 400", async () => {
  const response = await post("/books/", '{"title":');
  expect(response.status).toBe(400);
  expect(await response.json()).toMatchObject({ title: "The request body is not JSON" });
});

test("a body in another encoding than UTF-8 is not JSON", async () => {
  const response = await post("/books/", Buffer.from('{"title":"Größe"}', "latin1") as unknown as string);
  expect(response.status).toBe(400);
  expect(await response.json()).toMatchObject({ title: "The request body is not JSON", detail: "it is not UTF-8" });
});

test("an invalid or undocumented content type gets a response", async () => {
  expect((await post("/books/", '{"title":"Emma"}', "garbage")).status).toBe(415);
  expect((await post("/books/", "Emma", "text/plain")).status).toBe(415);
});

test("an undocumented content type gets the same response if the body comes in chunks", async () => {
  const body = new Blob(["Emma"]).stream();
  const headers = { "X-Key": "k", "Content-Type": "text/plain" };
  const response = await fetch(`${mock.url}/books/`, { method: "POST", headers, body, duplex: "half" } as RequestInit);
  expect(response.status).toBe(415);
});

test("an invalid URL gets a 400", async () => {
  const socket = connect(Number(new URL(mock.url).port), "127.0.0.1");
  socket.end("GET http://[bad/books/ HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
  expect(await text(socket)).toMatch(/^HTTP\/1\.1 400 .*"title":"The address is malformed"/s);
});

test.each(["constructor=1", "__proto__=1", "toString"])(
  "the preference %s is one that nobody knows",
  async (prefer) => {
    expect((await get("/books/", { Prefer: prefer })).status).toBe(200);
  },
);

test("HEAD gets the response to GET without the body, for tools that wait for a server", async () => {
  const head = (path: string) => fetch(mock.url + path, { method: "HEAD", headers: { "X-Key": "k" } });
  const response = await head("/books/");
  expect([response.status, response.headers.get("content-type")]).toEqual([200, "application/json"]);
  expect(await response.text()).toBe("");
  expect((await head("/loans/")).status).toBe(405);
  expect((await head("/nowhere")).status).toBe(404);
});

test("a browser may call", async () => {
  const headers = { Origin: "http://a.example", "Access-Control-Request-Method": "POST" };
  const preflight = await fetch(`${mock.url}/books/`, { method: "OPTIONS", headers });
  expect(preflight.status).toBe(204);
  expect(preflight.headers.get("access-control-allow-origin")).toBe("http://a.example");
});

test("no callback is ever sent", async () => {
  let calls = 0;
  const listener = createServer((_, response) => {
    calls += 1;
    response.end();
  });
  await new Promise<void>((resolve) => listener.listen(0, "127.0.0.1", resolve));
  const to = `http://127.0.0.1:${(listener.address() as AddressInfo).port}`;
  await using other = await startMock({ description: callbackDescription });
  const response = await fetch(`${other.url}/subscribe?to=${encodeURIComponent(to)}`, { method: "POST" });
  expect(response.status).toBe(204);
  // A callback would have left before the response; a request of our own comes in after it.
  await fetch(to);
  expect(calls).toBe(1);
  listener.closeAllConnections();
  listener.close();
});

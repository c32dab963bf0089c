import { readFile } from "node:fs/promises";
import { connect } from "node:net";
import { afterEach, beforeEach, expect, test } from "vitest";
import { isMockError, type Mock, startMock } from "../../src/index.ts";
import { booksPath, tinyDescription } from "../fixtures/descriptions.ts";

let mock: Mock;

beforeEach(async () => {
  mock = await startMock({ description: booksPath });
});

afterEach(() => mock.close());

test("listens on loopback, on a port that the system picks", () => {
  expect(mock.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  expect(mock.operationCount).toBe(4);
});

test("several mocks run at once, each with its own description", async () => {
  await using other = await startMock({ description: tinyDescription });
  expect(other.url).not.toBe(mock.url);
  expect((await fetch(`${other.url}/tiny`)).status).toBe(200);
  expect((await fetch(`${mock.url}/tiny`)).status).toBe(404);
});

test("does not change the document of the caller", async () => {
  const before = structuredClone(tinyDescription);
  await using _other = await startMock({ description: tinyDescription });
  expect(tinyDescription).toEqual(before);
});

test("takes a port and a host, and puts IPv6 into brackets", async () => {
  const port = Number(new URL(mock.url).port);
  await mock.close();
  await using again = await startMock({ description: booksPath, port, host: "127.0.0.1" });
  expect(again.url).toBe(`http://127.0.0.1:${port}`);
  await using everywhere = await startMock({ description: booksPath, host: "0.0.0.0" });
  expect(everywhere.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
});

test("rejects with a sentence if the port is taken", async () => {
  const port = Number(new URL(mock.url).port);
  const error = await startMock({ description: booksPath, port }).catch((reason: unknown) => reason);
  expect(isMockError(error) && error.code).toBe("port-taken");
  expect(String(error)).toContain(`Port ${port} of 127.0.0.1 is taken`);
});

test.each([70000, -1])("rejects with a sentence if it cannot listen, as on port %i", async (port) => {
  await expect(startMock({ description: booksPath, port })).rejects.toMatchObject({ code: "cannot-listen" });
});

test.each([
  ["an empty host, which Node takes for every address", { host: "" }, "Cannot listen on port 0: the host is empty."],
  [
    "a port that is a path",
    { port: "a-socket" as unknown as number },
    expect.stringMatching(/^Cannot listen on port a-socket of 127/),
  ],
])("does not listen on %s", async (_, options, message) => {
  const started = startMock({ description: booksPath, ...options });
  await expect(started).rejects.toMatchObject({ code: "cannot-listen", message });
});

test.each<[string, object | string, RegExp]>([
  ["a missing file", "no/such/file.yaml", /no\/such\/file\.yaml cannot be read: .*ENOENT/s],
  ["no OpenAPI", { hello: "world" }, /cannot be read: Unsupported document format/],
  ["no operations", { openapi: "3.1.0", info: { title: "t", version: "1" }, paths: {} }, /has no operations/],
])("refuses %s in a sentence", async (_, description, sentence) => {
  const error = await startMock({ description }).catch((reason: unknown) => reason);
  expect(isMockError(error) && error.code).toBe("description-unreadable");
  expect(String(error)).toMatch(sentence);
});

test("close ends silent and kept-alive connections, and may be called twice", async () => {
  const silent = connect(Number(new URL(mock.url).port), "127.0.0.1");
  const ended = new Promise((resolve) => silent.once("close", resolve));
  silent.on("error", () => {});
  await new Promise((resolve) => silent.once("connect", resolve));
  await fetch(`${mock.url}/books/`, { headers: { "X-Key": "k", Connection: "keep-alive" } });
  await mock.close();
  await mock.close();
  await ended;
  await expect(fetch(`${mock.url}/books/`)).rejects.toThrow();
});

test("serves the KeyNest description by default", async () => {
  const document = JSON.parse(await readFile(new URL("../../dist/openapi.json", import.meta.url), "utf8"));
  await using keynest = await startMock();
  const methods = ["get", "put", "post", "delete", "patch", "options", "head", "trace"];
  const operations = Object.values<object>(document.paths).flatMap((item) =>
    Object.keys(item).filter((key) => methods.includes(key)),
  );
  expect(keynest.operationCount).toBe(operations.length);
});

import { once } from "node:events";
import { get, type IncomingMessage } from "node:http";
import { json } from "node:stream/consumers";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type Registered, startKeyNest, type TestKeyNest } from "../../support/start-keynest.ts";

let keynest: TestKeyNest;
let ann: Registered;
beforeAll(async () => {
  keynest = await startKeyNest({ pageSize: 2 });
});
beforeEach(async () => {
  await keynest.reset();
  ann = await keynest.register("ann");
  for (const name of ["one", "two", "three", "four", "five"]) {
    await ann.post("/api/projects/", { name, organization: ann.organization });
  }
});
afterAll(() => keynest.mock.close());

const names = ({ results }: { results: { name: string }[] }) => results.map(({ name }) => name);

test("link to each other on the origin that the caller knows, filters included", async () => {
  const url = new URL(keynest.mock.url);
  const origin = `http://localhost:${url.port}`;
  const get = async (address: string) => {
    const response = await fetch(address, { headers: { Authorization: `Token ${ann.token}` } });
    return response.json() as Promise<{ next: string | null; previous: string | null; results: { name: string }[] }>;
  };
  const first = await get(`${origin}/api/projects/?search=o&organization=1`);
  expect(first).toMatchObject({ count: 3, previous: null });
  expect(first.next).toBe(`${origin}/api/projects/?search=o&organization=1&page=2`);
  const second = await get(first.next as string);
  expect(second).toMatchObject({ count: 3, next: null, previous: `${origin}/api/projects/?search=o&organization=1` });
  expect([...names(first), ...names(second)]).toEqual(["one", "two", "four"]);
});

test("are full except the last", async () => {
  const sizes: number[] = [];
  for (const page of [1, 2, 3]) sizes.push((await ann.get(`/api/projects/?page=${page}`)).body.results.length);
  expect(sizes).toEqual([2, 2, 1]);
});

test("end with the last, and an empty list has one", async () => {
  const empty = await ann.get("/api/environments/?page=1");
  expect([empty.status, empty.body]).toEqual([200, { count: 0, next: null, previous: null, results: [] }]);
  for (const page of ["4", "99999999999999999999", "0", "x"]) {
    // The description has no 404 here, so that it is a problem document.
    const { status, headers, body } = await ann.get(`/api/projects/?page=${page}`);
    expect([status, body.detail]).toEqual([404, "Invalid page."]);
    expect(headers.get("content-type")).toBe("application/problem+json");
  }
  const declared = await ann.get("/api/projects/1/environments/?page=2");
  expect([declared.status, declared.body.details]).toEqual([404, "Invalid page."]);
});

test.each(["x:99999", "a b", ""])("link to the address of the server if the Host header is %j", async (host) => {
  const { port } = new URL(keynest.mock.url);
  const headers = { Host: host, Authorization: `Token ${ann.token}` };
  const [response] = (await once(get(`${keynest.mock.url}/api/projects/`, { headers }), "response")) as [
    IncomingMessage,
  ];
  expect(response.statusCode).toBe(200);
  expect(await json(response)).toMatchObject({ next: `http://127.0.0.1:${port}/api/projects/?page=2` });
});

import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { createBooksBackend } from "../examples/books-backend.ts";
import { startMock } from "../src/index.ts";

const description = fileURLToPath(new URL("../examples/books.yaml", import.meta.url));

test("the README shows the backend of the example", () => {
  const read = (file: string): string => readFileSync(new URL(file, import.meta.url), "utf8");
  expect(read("../README.md")).toContain(read("../examples/books-backend.ts"));
});

test("the backend of the example gives the mock of another API state", async () => {
  await using mock = await startMock({ description, backend: createBooksBackend });
  const send = async (method: string, path: string, body?: object): Promise<[number, unknown]> => {
    const init = body && { headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) };
    const response = await fetch(mock.url + path, { method, ...init });
    const text = await response.text();
    return [response.status, text && JSON.parse(text)];
  };
  expect(await send("POST", "/books", { title: "Emma" })).toEqual([201, { id: 1, title: "Emma" }]);
  expect(await send("GET", "/books/1")).toEqual([200, { id: 1, title: "Emma" }]);
  expect(await send("POST", "/books", { title: "" })).toEqual([422, { title: "Invalid book" }]);
  expect(await send("DELETE", "/books/1")).toEqual([204, ""]);
  expect(await send("GET", "/books/1")).toEqual([404, { title: "No such book" }]);
  expect(await send("GET", "/books")).toEqual([200, []]);
});

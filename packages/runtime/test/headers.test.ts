import { expect, it } from "vitest";
import { bearer, createClient, isUsageError } from "../src/index.ts";
import { operation, plain, rejection } from "./call.ts";
import { serve } from "./server.ts";

it("accepts JSON by default, or what the operation says", async () => {
  const { url } = await serve();
  const client = createClient({ baseUrl: url });
  expect((await plain(client, operation())).headers.accept).toBe("application/json");
  const op = operation({ accept: "application/json, text/plain" });
  expect((await plain(client, op)).headers.accept).toBe("application/json, text/plain");
});

it("lays the caller's headers over all others, whatever their case", async () => {
  const { url } = await serve();
  const client = createClient({
    baseUrl: url,
    auth: bearer("A", "a"),
    headers: { "X-Default": "1", "X-Gone": "1", ACCEPT: "application/json;v=1" },
  });
  const op = operation({ security: [["A"]] });
  const options = { headers: { "x-DEFAULT": "2", "x-gone": null, Authorization: "Bearer mine", "x-none": undefined } };
  const { headers } = await plain(client, op, {}, options);
  expect(headers).toMatchObject({ accept: "application/json;v=1", "x-default": "2", authorization: "Bearer mine" });
  expect(headers).not.toHaveProperty("x-gone");
  expect(headers).not.toHaveProperty("x-none");
});

it("lets the caller take a credential away", async () => {
  const { url } = await serve();
  const client = createClient({ baseUrl: url, auth: bearer("A", "a") });
  const options = { headers: { authorization: null } };
  expect((await plain(client, operation({ security: [["A"]] }), {}, options)).headers.authorization).toBeUndefined();
});

it("writes header parameters in style simple, unencoded", async () => {
  const { url } = await serve();
  const op = operation({
    header: [
      "X-List",
      "X-Object",
      { name: "X-Exploded", explode: true },
      { name: "X-Json", json: true },
      "X-None",
      { name: "id", as: "idHeader" },
    ],
  });
  const params = {
    "X-List": ["a b", 2],
    "X-Object": { a: 1, b: 2 },
    "X-Exploded": { a: 1, b: "2" },
    "X-Json": { a: [1] },
    idHeader: "/%",
  };
  const { headers } = await plain(createClient({ baseUrl: url }), op, params);
  expect(headers).toMatchObject({
    "x-list": "a b,2",
    "x-object": "a,1,b,2",
    "x-exploded": "a=1,b=2",
    "x-json": '{"a":[1]}',
    id: "/%",
  });
  expect(headers).not.toHaveProperty("x-none");
});

it.each([
  [{ "x-a": "hunter22\r\nx-b: 1" }, "x-a"],
  [{ "x-a": "hunter22→" }, "x-a"],
  [{ "x\n": "hunter22" }, "x\n"],
])("refuses %j without repeating the value", async (headers, name) => {
  const { url, received } = await serve();
  const error = await rejection(plain(createClient({ baseUrl: url }), operation(), {}, { headers }));
  expect(isUsageError(error)).toBe(true);
  expect(error.message).toBe(`getThing: header ${name} has a character that cannot be sent`);
  expect(received).toEqual([]);
});

it("refuses a header parameter that would begin another header", async () => {
  const error = await rejection(
    plain(createClient({ baseUrl: "https://h" }), operation({ header: ["a"] }), { a: "1\r\nb: 2" }),
  );
  expect(isUsageError(error)).toBe(true);
});

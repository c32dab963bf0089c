import { describe, expect, it } from "vitest";
import { basic, bearer, cookieKey, createClient, headerKey, isUsageError, queryKey } from "../src/index.ts";
import { operation, plain, rejection } from "./call.ts";
import { serve } from "./server.ts";

const secured = (...security: string[][]) => operation({ security });
const adminKey = headerKey("AdminKey", "X-ADMIN-KEY", "admin-secret");
const tokenAuth = headerKey("TokenAuth", "Authorization", "abc", "Token ");

describe("a credential goes where its scheme says", () => {
  it.each([
    ["bearer", bearer("S", "abc"), { authorization: "Bearer abc" }],
    ["basic, in UTF-8", basic("S", { username: "Zoë", password: "p:w" }), { authorization: "Basic Wm/DqzpwOnc=" }],
    ["header", headerKey("S", "X-Key", "abc"), { "x-key": "abc" }],
    ["header with prefix", headerKey("S", "Authorization", "abc", "Token "), { authorization: "Token abc" }],
    ["cookie", cookieKey("S", "session", "a;b"), { cookie: "session=a%3Bb" }],
  ])("%s", async (_, auth, expected) => {
    const { url } = await serve();
    const { headers } = await plain(createClient({ baseUrl: url, auth }), secured(["S"]));
    expect(headers).toMatchObject(expected);
  });

  it("query", async () => {
    const { url } = await serve();
    const client = createClient({ baseUrl: url, auth: queryKey("S", "key", "a&b") });
    expect((await plain(client, secured(["S"]))).url).toBe("/things/?key=a%26b");
    const op = operation({ security: [["S"]], query: ["q"] });
    expect((await plain(client, op, { q: 1 })).url).toBe("/things/?q=1&key=a%26b");
  });

  it("beside other cookies", async () => {
    const { url } = await serve();
    const client = createClient({ baseUrl: url, auth: cookieKey("S", "session", "x") });
    const op = operation({ security: [["S"]], cookie: ["a", "b"] });
    expect((await plain(client, op, { a: [1, 2], b: "&;" })).headers.cookie).toBe("a=1; a=2; b=%26%3B; session=x");
  });
});

describe("which credentials are sent", () => {
  const both = { auth: [tokenAuth, adminKey] };

  it.each([
    ["the first alternative that can be met", [["JWTAuth"], ["AdminKey"], ["TokenAuth"]], undefined, "admin-secret"],
    ["all of one alternative", [["TokenAuth", "AdminKey"]], "Token abc", "admin-secret"],
    ["none, where one is missing and none is needed", [["JWTAuth", "AdminKey"], []], undefined, undefined],
    ["a credential, where none is needed but one is there", [[], ["TokenAuth"]], "Token abc", undefined],
    ["none, where the list is empty", [], undefined, undefined],
  ])("%s", async (_, security, authorization, key) => {
    const { url } = await serve();
    const { headers } = await plain(createClient({ baseUrl: url, ...both }), operation({ security }));
    expect(headers.authorization).toBe(authorization);
    expect(headers["x-admin-key"]).toBe(key);
  });

  it("none without security, not even an authorization among the default headers", async () => {
    const { url } = await serve();
    const client = createClient({ baseUrl: url, ...both, headers: { Authorization: "Token stale", "X-Mine": "1" } });
    const { headers } = await plain(client, operation());
    expect(headers.authorization).toBeUndefined();
    expect(headers["x-admin-key"]).toBeUndefined();
    expect(headers["x-mine"]).toBe("1");
  });

  it.each([
    [
      [["TokenAuth"], ["JWTAuth"]],
      [adminKey],
      "listProjects: needs TokenAuth or JWTAuth; this client carries AdminKey",
    ],
    [
      [["TokenAuth", "AdminKey"]],
      [adminKey],
      "listProjects: needs TokenAuth and AdminKey; this client carries AdminKey",
    ],
    [[["TokenAuth"]], [], "listProjects: needs TokenAuth; this client carries no credentials"],
  ])("an error says what is missing, and nothing is sent", async (security, auth, message) => {
    const { url, received } = await serve();
    const op = operation({ id: "listProjects", security });
    const error = await rejection(plain(createClient({ baseUrl: url, auth }), op));
    expect(isUsageError(error)).toBe(true);
    expect(error.message).toBe(message);
    expect(received).toEqual([]);
  });
});

describe("secrets from functions", () => {
  it("are asked for before each request, and may be asynchronous", async () => {
    const { url } = await serve();
    let count = 0;
    const auth = [bearer("A", () => `t${++count}`), headerKey("B", "x-b", async () => `u${count}`)];
    const client = createClient({ baseUrl: url, auth });
    expect((await plain(client, secured(["A", "B"]))).headers).toMatchObject({
      authorization: "Bearer t1",
      "x-b": "u1",
    });
    expect((await plain(client, secured(["A", "B"]))).headers).toMatchObject({
      authorization: "Bearer t2",
      "x-b": "u2",
    });
  });

  it("reject the call with their own error", async () => {
    const { url, received } = await serve();
    const own = new Error("vault is sealed");
    const fails = [
      () => {
        throw own;
      },
      () => Promise.reject(own),
    ];
    for (const secret of fails) {
      const client = createClient({ baseUrl: url, auth: bearer("A", secret) });
      expect(await rejection(plain(client, secured(["A"])))).toBe(own);
    }
    expect(received).toEqual([]);
  });

  it("do not hold up a caller who gave up", async () => {
    const { url } = await serve();
    const client = createClient({ baseUrl: url, auth: bearer("A", () => new Promise(() => {})) });
    const controller = new AbortController();
    const error = rejection(plain(client, secured(["A"]), {}, { signal: controller.signal }));
    controller.abort(new Error("enough"));
    expect((await error).message).toBe("enough");
  });
});

it.each(["", undefined, null])("an empty secret (%j) is refused", async (secret) => {
  const { url, received } = await serve();
  for (const given of [secret, () => secret, async () => secret]) {
    const client = createClient({ baseUrl: url, auth: bearer("JWTAuth", given as string) });
    const error = await rejection(plain(client, secured(["JWTAuth"])));
    expect(isUsageError(error)).toBe(true);
    expect(error.message).toContain("The credential for JWTAuth is empty");
  }
  expect(received).toEqual([]);
});

it("a secret that headers cannot carry is refused without being quoted", async () => {
  const { url, received } = await serve();
  const client = createClient({ baseUrl: url, auth: bearer("A", "hunter22\n") });
  const error = await rejection(plain(client, secured(["A"])));
  expect(error.message).toBe("getThing: header authorization has a character that cannot be sent");
  expect(received).toEqual([]);
});

it("a user name with a colon is refused", async () => {
  const client = createClient({ baseUrl: "https://h", auth: basic("A", { username: "a:b", password: "" }) });
  expect((await rejection(plain(client, secured(["A"])))).message).toContain("contains a colon");
});

it("of two, one that fails leaves no unhandled rejection of the other", async () => {
  const unheard: unknown[] = [];
  const note = (reason: unknown) => unheard.push(reason);
  process.on("unhandledRejection", note);
  const vault = () => new Promise<string>((_, reject) => void setImmediate(() => reject(new Error("vault is down"))));
  const auth = [bearer("A", vault), headerKey("B", "x-key", () => "")];
  const client = createClient({ baseUrl: "https://h", auth });
  await rejection(plain(client, operation({ security: [["A", "B"]] })));
  for (let turn = 0; turn < 3; turn++) await new Promise(setImmediate);
  process.off("unhandledRejection", note);
  expect(unheard).toEqual([]);
});

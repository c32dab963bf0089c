import { inspect } from "node:util";
import { describe, expect, it } from "vitest";
import { bearer, createClient, type LogEntry, logger } from "../../src/index.ts";
import { operation, plain, rejection } from "../call.ts";
import { printed } from "./echo.ts";

describe("the value of a header that has the name of a credential is not shown", () => {
  const names = [
    "x-session",
    "session-id",
    "x-sid",
    "x-api-key",
    "api-key",
    "x-password",
    "x-credential",
    "x-signature",
  ];
  it.each([...names, "x-csrf-token", "x-csrf", "x-xsrf", "x-jwt", "x-auth", "proxy-authorization"])(
    "%s",
    async (name) => {
      for (const options of [{ headers: { [name]: "hunt" } }, { headers: { [name.toUpperCase()]: "hunt" } }]) {
        const entries: LogEntry[] = [];
        const fetch = async () => Response.json({ error: "no hunt" }, { status: 400, headers: { [name]: "other" } });
        const hooks = logger({ level: "debug", log: (entry) => entries.push(entry) });
        const client = createClient({ baseUrl: "https://h", fetch, hooks });
        const error = await rejection(plain(client, operation(), {}, options));
        expect(error.message).toBe("getThing: no [redacted] (400 Bad Request Error)");
        expect(JSON.stringify(entries)).not.toMatch(/hunt|other/);
      }
    },
  );

  it("others are shown", async () => {
    const fetch = async () => Response.json({ error: "no team-a" }, { status: 400 });
    const client = createClient({ baseUrl: "https://h", fetch, headers: { "x-team": "team-a", "x-inside": "team-a" } });
    expect((await rejection(plain(client, operation()))).message).toContain("no team-a");
  });
});

describe("a cause that holds a secret is left out", () => {
  const secret = "hunter22-hunter22";
  const deep = (depth: number): Error => new Error("x", { cause: depth ? deep(depth - 1) : new Error(secret) });
  it.each([
    ["by its message", new TypeError(`bad ${secret}`)],
    ["deep in its causes", deep(5)],
    ["among several", new AggregateError([new Error("x"), new Error(secret)])],
    ["by a field", Object.assign(new Error("x"), { request: { headers: { authorization: secret } } })],
    ["by what it was given", new Error("x", { cause: { value: secret } })],
    ["in headers", Object.assign(new Error("x"), { headers: new Headers({ authorization: secret }) })],
    ["in a map", Object.assign(new Error("x"), { options: new Map([["token", secret]]) })],
    ["in a query", Object.assign(new Error("x"), { query: new URLSearchParams({ token: secret }) })],
    ["in a hidden field", Object.defineProperty(new Error("x"), "options", { value: { token: secret } })],
    ["under a symbol", Object.assign(new Error("x"), { [Symbol("options")]: secret })],
    ["that its JSON has not", Object.assign(new Error("x"), { token: secret, toJSON: () => ({}) })],
    ["of a function", Object.assign(new Error("x"), { retry: Object.assign(() => {}, { token: secret }) })],
    ["that it prints itself", Object.assign(new Error("x"), { [inspect.custom]: () => secret })],
    ["in one of several errors", new AggregateError([Object.assign(new Error("y"), { all: new Set([secret]) })])],
    ["by a field in base64", Object.assign(new Error("x"), { body: Buffer.from(`ab${secret}`).toString("base64") })],
  ])("%s", async (_, cause) => {
    const fetch = async () => Promise.reject(cause);
    const op = operation({ method: "POST", body: "application/json", sensitive: ["value"], security: [["A"]] });
    const client = createClient({ baseUrl: "https://h", fetch, auth: bearer("A", secret) });
    const error = await rejection(plain(client, op, { body: { value: secret } }));
    expect(error).toMatchObject({ name: "ConnectionError", cause: undefined });
    expect(printed(error)).not.toContain("hunter22");
  });

  it("others are kept", async () => {
    const cause = new TypeError("fetch failed", {
      cause: Object.assign(new Error("refused"), { code: "ECONNREFUSED" }),
    });
    const client = createClient({ baseUrl: "https://h", fetch: async () => Promise.reject(cause) });
    expect(await rejection(plain(client, operation({ sensitive: ["value"] }), { value: secret }))).toMatchObject({
      cause,
    });
  });

  it("so is one that cannot be looked through", async () => {
    const cause = new Error("x");
    cause.cause = cause;
    const client = createClient({ baseUrl: "https://h", fetch: async () => Promise.reject(cause) });
    expect(await rejection(plain(client, operation()))).toMatchObject({ name: "ConnectionError", cause: undefined });
  });
});

describe("a credential that the server takes for the name of the request is not shown", () => {
  const secret = "hunter22-hunter22";
  const headers = { "x-request-id": `id-${secret}` };
  it.each([
    ["an error status", async () => Response.json({}, { status: 400, headers })],
    ["a success that cannot be decoded", async () => new Response("<", { headers })],
    [
      "a redirect that is refused",
      async () => new Response("", { status: 302, headers: { ...headers, location: "/" } }),
    ],
  ])("in %s", async (_, fetch) => {
    const entries: LogEntry[] = [];
    const hooks = logger({ level: "debug", log: (entry) => entries.push(entry) });
    const client = createClient({ baseUrl: "https://h", fetch, hooks, auth: bearer("A", secret) });
    const error = await rejection(plain(client, operation({ method: "POST", security: [["A"]] })));
    expect(error).toMatchObject({ requestId: "id-[redacted]" });
    expect(printed(error) + JSON.stringify(entries)).not.toContain(secret);
  });
});

import { describe, expect, it } from "vitest";
import { type Credential, createClient, isTimeoutError } from "../src/index.ts";
import { detailed, operation, plain, rejection } from "./call.ts";
import { serve } from "./server.ts";

const secured = operation({ method: "POST", path: "/things/", body: "application/json", security: [["A"]] });

/** A credential that has the next of some tokens whenever it is renewed. */
function tokens(...values: string[]): Credential<"A"> {
  return {
    scheme: "A",
    apply: ({ headers }) => {
      headers.authorization = values[0] ?? "none";
      return undefined;
    },
    renew: async () => {
      values.shift();
      return values.length > 0;
    },
  };
}

/** Accepts one token, and says what it received. */
const accepting = (token: string) =>
  serve((request) => (request.headers.authorization === token ? { body: request } : { status: 401 }));

describe("a 401", () => {
  it("renews the credential, and sends the same body once more", async () => {
    const { url, received } = await accepting("new");
    const answer = await plain(createClient({ baseUrl: url, auth: tokens("old", "new") }), secured, { body: { a: 1 } });
    expect(answer).toMatchObject({ method: "POST", body: '{"a":1}' });
    expect(received.map(({ headers }) => headers.authorization)).toEqual(["old", "new"]);
  });

  it("does so once per call", async () => {
    const { url, received } = await accepting("third");
    const client = createClient({ baseUrl: url, auth: tokens("first", "second", "third") });
    expect(await detailed(client, secured, { body: {} })).toMatchObject({ status: 401 });
    expect(received).toHaveLength(2);
  });

  it("is the result if there is no other credential", async () => {
    const { url, received } = await accepting("new");
    const client = createClient({ baseUrl: url, auth: tokens("old") });
    expect(await detailed(client, secured, { body: {} })).toMatchObject({ status: 401 });
    expect(received).toHaveLength(1);
  });

  it("does not count as a retry, but as an attempt", async () => {
    const { url } = await accepting("new");
    const attempts: number[] = [];
    const hooks = { request: ({ attempt }: { attempt: number }) => void attempts.push(attempt) };
    const client = createClient({ baseUrl: url, auth: tokens("old", "new"), maxRetries: 0, hooks });
    await plain(client, secured, { body: {} });
    expect(attempts).toEqual([1, 2]);
  });
});

describe("a renewal", () => {
  const never = { ...tokens("old"), renew: () => new Promise<never>(() => {}) };

  it("has the time limit of the call", async () => {
    const { url } = await accepting("new");
    const error = await rejection(
      plain(createClient({ baseUrl: url, auth: never, totalTimeoutMs: 50 }), secured, { body: {} }),
    );
    expect(isTimeoutError(error)).toBe(true);
  });

  it("ends with the caller's signal", async () => {
    const controller = new AbortController();
    const { url } = await serve(() => {
      setImmediate(() => controller.abort("enough"));
      return { status: 401 };
    });
    const client = createClient({ baseUrl: url, auth: never });
    await expect(plain(client, secured, { body: {} }, { signal: controller.signal })).rejects.toBe("enough");
  });

  it("that fails fails the call with its own error", async () => {
    const { url, received } = await accepting("new");
    const failing = { ...tokens("old"), renew: () => Promise.reject(new Error("no login")) };
    const client = createClient({ baseUrl: url, auth: failing });
    expect((await rejection(plain(client, secured, { body: {} }, { maxRetries: 2 }))).message).toBe("no login");
    expect(received).toHaveLength(1);
  });
});

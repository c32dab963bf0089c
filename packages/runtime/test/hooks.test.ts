import { describe, expect, it } from "vitest";
import { bearer, createClient, type HookContext, type Hooks, isConnectionError, isUsageError } from "../src/index.ts";
import { detailed, operation, plain, rejection } from "./call.ts";
import { serve } from "./server.ts";
import { testClock } from "./test-clock.ts";

/** Hooks that note their turns under a name. */
function noting(name: string, turns: string[]): Hooks {
  const note =
    (kind: string) =>
    async ({ attempt }: { attempt: number }) => {
      await new Promise(setImmediate);
      turns.push(`${name} ${kind} ${attempt}`);
    };
  return { request: note("request"), response: note("response"), error: note("error"), retry: note("retry") };
}

describe("the order of hooks", () => {
  it("is request, response, retry, those of the client before those of the call", async () => {
    const statuses = [503, 200];
    const { url } = await serve(() => ({ status: statuses.shift() ?? 200 }));
    const turns: string[] = [];
    const client = createClient({ baseUrl: url, clock: testClock(), hooks: [noting("a", turns), noting("b", turns)] });
    await detailed(client, operation(), {}, { maxRetries: 2, hooks: noting("call", turns) });
    const all = (kind: string) => [`a ${kind}`, `b ${kind}`, `call ${kind}`];
    expect(turns).toEqual(["request 1", "response 1", "retry 1", "request 2", "response 2"].flatMap(all));
  });

  it("is request, error, retry if no response comes", async () => {
    const turns: string[] = [];
    const fetch = () => Promise.reject(new TypeError("fetch failed"));
    const client = createClient({ baseUrl: "https://h", fetch, clock: testClock(), hooks: noting("a", turns) });
    await rejection(detailed(client, operation(), {}, { maxRetries: 1 }));
    expect(turns).toEqual(["a request 1", "a error 1", "a retry 1", "a request 2", "a error 2"]);
  });

  it("has an error after the response whose body cannot be decoded", async () => {
    const { url } = await serve({ headers: { "content-type": "application/json" }, body: "{" });
    const turns: string[] = [];
    await rejection(detailed(createClient({ baseUrl: url, hooks: noting("a", turns) }), operation()));
    expect(turns).toEqual(["a request 1", "a response 1", "a error 1"]);
  });
});

describe("a request hook", () => {
  it("replaces the request, each seeing what the one before it made of it", async () => {
    const { url } = await serve();
    const add = (name: string): Hooks => ({
      request: ({ request }) => ({
        request: { ...request, headers: { ...request.headers, [name]: `${Object.keys(request.headers).length}` } },
      }),
    });
    const body: Hooks = { request: ({ request }) => ({ request: { ...request, method: "PUT", body: "changed" } }) };
    const client = createClient({ baseUrl: url, hooks: [add("x-a"), add("x-b"), body] });
    const answer = await plain(client, operation({ method: "POST" }), { body: {} });
    expect(answer).toMatchObject({ method: "PUT", body: "changed", headers: { "x-a": "1", "x-b": "2" } });
  });

  it("begins with the original request at each attempt", async () => {
    const statuses = [503, 200];
    const { url, received } = await serve(() => ({ status: statuses.shift() ?? 200 }));
    const hooks: Hooks = { request: ({ request }) => ({ request: { ...request, url: `${request.url}?more` } }) };
    await detailed(createClient({ baseUrl: url, hooks, clock: testClock() }), operation(), {}, { maxRetries: 1 });
    expect(received.map((each) => each.url)).toEqual(["/things/?more", "/things/?more"]);
  });

  it("may return the response instead of the server", async () => {
    const { url, received } = await serve();
    const hooks: Hooks = { request: () => ({ response: Response.json({ cached: true }) }) };
    expect(await plain(createClient({ baseUrl: url, hooks }), operation())).toEqual({ cached: true });
    expect(received).toEqual([]);
  });

  it("sees no credential, and cannot take it to another origin", async () => {
    const [own, other] = [await serve(), await serve()];
    const seen: string[] = [];
    const hooks: Hooks = {
      request: (context) => {
        seen.push(JSON.stringify(context) + JSON.stringify(context.request));
        return { request: { ...context.request, url: `${other.url}/things/` } };
      },
    };
    const client = createClient({ baseUrl: own.url, auth: bearer("A", "hunter22"), hooks });
    const error = await rejection(plain(client, operation({ security: [["A"]] })));
    expect(isUsageError(error)).toBe(true);
    expect(error.message).toBe("getThing: a hook must not change the origin of the URL");
    expect(seen.join()).not.toContain("hunter22");
    expect(other.received).toEqual([]);
  });

  it.each(["//user@", "//evil.test", "\\\\evil.test", "@evil.test"])("cannot leave the origin by %s", async (trick) => {
    const { url } = await serve();
    const hooks: Hooks = { request: ({ request }) => ({ request: { ...request, url: url + trick } }) };
    const fetched: string[] = [];
    const fetch = async (target: string) => {
      fetched.push(new URL(target).origin);
      return Response.json({});
    };
    await detailed(createClient({ baseUrl: url, hooks, fetch }), operation()).catch(() => {});
    expect(fetched.filter((origin) => origin !== url)).toEqual([]);
  });
});

describe("what a hook returns", () => {
  it("replaces the response", async () => {
    const { url } = await serve({ status: 404 });
    const hooks: Hooks = { response: ({ response }) => ({ response: Response.json({ was: response.status }) }) };
    expect(await plain(createClient({ baseUrl: url, hooks }), operation())).toEqual({ was: 404 });
  });

  it("replaces the error", async () => {
    const fetch = () => Promise.reject(new TypeError("fetch failed"));
    const mine = new Error("mine");
    const hooks: Hooks = { error: ({ error }) => ({ error: isConnectionError(error) ? mine : error }) };
    expect(await rejection(detailed(createClient({ baseUrl: "https://h", fetch, hooks }), operation()))).toBe(mine);
  });

  it("replaces the wait", async () => {
    const { url } = await serve({ status: 503 });
    const clock = testClock();
    const client = createClient({ baseUrl: url, clock, hooks: { retry: () => ({ delayMs: 42 }) } });
    await detailed(client, operation(), {}, { maxRetries: 1 });
    expect(clock.sleeps).toEqual([42]);
  });
});

it.each(["request", "error", "retry"])("an abort ends the wait for a %s hook", async (kind) => {
  const controller = new AbortController();
  let signal: AbortSignal | undefined;
  const hooks: Hooks = {
    [kind]: (context: HookContext) => {
      signal = context.signal;
      setImmediate(() => controller.abort("enough"));
      return new Promise(() => {});
    },
  };
  const fetch = () => Promise.reject(new TypeError("fetch failed"));
  const client = createClient({ baseUrl: "https://h", fetch, hooks });
  const call = detailed(client, operation(), {}, { maxRetries: 1, signal: controller.signal });
  await expect(call).rejects.toBe("enough");
  expect(signal?.reason).toBe("enough");
});

it.each(["request", "response"])(
  "what a %s hook throws is what the call throws, and is not attempted again",
  async (kind) => {
    const { url, received } = await serve();
    const mine = new Error("mine");
    const hooks: Hooks = { [kind]: () => Promise.reject(mine) };
    expect(await rejection(detailed(createClient({ baseUrl: url, hooks }), operation(), {}, { maxRetries: 2 }))).toBe(
      mine,
    );
    expect(received).toHaveLength(kind === "request" ? 0 : 1);
  },
);

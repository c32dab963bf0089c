import { describe, expect, it, onTestFinished, vi } from "vitest";
import {
  bearer,
  type Client,
  createClient,
  encodeMultipart,
  type Grant,
  isApiError,
  mediaBody,
  type Operation,
  request,
  type SessionOptions,
  type Success,
  session,
  unwrap,
} from "../src/index.ts";
import { deriveStoreKey, serializeProof } from "../src/sessions/store-key.ts";
import { detailed, operation, plain, rejection } from "./call.ts";
import { serve } from "./server.ts";
import { testClock } from "./test-clock.ts";

const login = operation({ id: "login", method: "POST", path: "/login", body: "application/json" });
const refresh = operation({ id: "refresh", method: "POST", path: "/refresh", body: "application/json" });
const secured = operation({ path: "/things/", security: [["A"]] });
const posted = operation({ method: "POST", path: "/things/", body: "application/json", security: [["A"]] });

/** Of sessions with a store. */
const proof = { password: "hunter22" };

const send = (client: Client, op: typeof login, body: object, options: object) =>
  unwrap(request<Success<200, Grant>>(client, op, { body }, options));

function sessionOf(more: Partial<SessionOptions> = {}) {
  return session((token) => bearer("A", token), {
    obtain: (client, options) => send(client, login, { password: "hunter22" }, options),
    renew: (client, token, options) => send(client, refresh, { token }, options),
    ...more,
  });
}

interface Rules {
  /** Seconds for which a token is valid. */
  readonly expiresIn?: number;
  readonly hasRefresh?: boolean;
  /** Statuses of the next logins, and of refreshes; 200 when there is none left. */
  readonly logins?: number[];
  readonly refreshes?: number[];
}

/** A server that gives tokens t1, t2 and so on, accepts the newest, and counts. */
async function tokenServer({ expiresIn, hasRefresh = true, logins = [], refreshes = [] }: Rules = {}) {
  const state = { given: 0, logins: 0, refreshes: 0, revoked: 0 };
  const give = (status = 200) => {
    if (status !== 200) return { status, body: { error: "No." } };
    state.given++;
    return { body: { access: `t${state.given}`, expiresIn, ...(hasRefresh && { refresh: `r${state.given}` }) } };
  };
  const { url, received } = await serve((request) => {
    if (request.url === "/login") {
      state.logins++;
      return give(logins.shift());
    }
    if (request.url === "/refresh") {
      state.refreshes++;
      return give(JSON.parse(request.body).token === `r${state.given}` ? refreshes.shift() : 401);
    }
    const isGood = request.headers.authorization === `Bearer t${state.given}` && state.revoked < state.given;
    return isGood ? { body: request } : { status: 401, body: { error: "Token expired." } };
  });
  return { url, received, state };
}

describe("a session", () => {
  it("logs in when a request first needs a token, and once", async () => {
    const { url, state } = await tokenServer();
    const client = createClient({ baseUrl: url, auth: sessionOf() });
    expect(state.logins).toBe(0);
    const all = await Promise.all(Array.from({ length: 100 }, () => plain(client, secured)));
    expect(all.every(({ headers }) => headers.authorization === "Bearer t1")).toBe(true);
    expect(state).toMatchObject({ logins: 1, refreshes: 0 });
  });

  it("sends no credential to log in, nor to operations without security", async () => {
    const { url, received } = await tokenServer();
    const client = createClient({ baseUrl: url, auth: sessionOf() });
    await plain(client, secured);
    await detailed(client, operation({ path: "/open/" }));
    expect(received.map(({ url, headers }) => [url, headers.authorization])).toEqual([
      ["/login", undefined],
      ["/things/", "Bearer t1"],
      ["/open/", undefined],
    ]);
  });

  it("gives each server the tokens that it gave", async () => {
    const [one, other] = [await tokenServer(), await tokenServer()];
    other.state.given = 100;
    const auth = sessionOf();
    await plain(createClient({ baseUrl: one.url, auth }), secured);
    await plain(createClient({ baseUrl: other.url, auth }), secured);
    const tokens = [...one.received, ...other.received].map(({ headers }) => headers.authorization);
    expect(tokens).toEqual([undefined, "Bearer t1", undefined, "Bearer t101"]);
  });

  it("shows no token and no password", async () => {
    const { url } = await tokenServer();
    const auth = sessionOf();
    await plain(createClient({ baseUrl: url, auth }), secured);
    const { inspect } = await import("node:util");
    expect(inspect(auth, { depth: 9, showHidden: true }) + JSON.stringify(auth)).not.toMatch(/t1|hunter22/);
  });
});

describe("an expired token", () => {
  it("is renewed by one request for all calls that get a 401, and each call is sent once more", async () => {
    const { url, state, received } = await tokenServer();
    const client = createClient({ baseUrl: url, auth: sessionOf() });
    await plain(client, secured);
    state.revoked = 1;
    const calls = Array.from({ length: 100 }, (_, n) => plain(client, posted, { body: { n } }));
    expect((await Promise.all(calls)).map(({ body }) => JSON.parse(body).n)).toEqual(calls.map((_, n) => n));
    expect(state).toMatchObject({ logins: 1, refreshes: 1 });
    expect(received.filter(({ headers }) => headers.authorization === "Bearer t2")).toHaveLength(100);
  });

  it("is renewed before it expires", async () => {
    const { url, state } = await tokenServer({ expiresIn: 300 });
    const clock = testClock();
    const client = createClient({ baseUrl: url, auth: sessionOf(), clock });
    await plain(client, secured);
    clock.time += 269_000;
    await plain(client, secured);
    expect(state.refreshes).toBe(0);
    clock.time += 2_000;
    await plain(client, secured);
    expect(state).toMatchObject({ logins: 1, refreshes: 1 });
  });

  it("is not renewed at every call if tokens live shortly", async () => {
    const { url, state } = await tokenServer({ expiresIn: 10 });
    const client = createClient({ baseUrl: url, auth: sessionOf(), clock: testClock() });
    for (let n = 0; n < 5; n++) await plain(client, secured);
    expect(state).toMatchObject({ logins: 1, refreshes: 0 });
  });

  it("leads to a login if the refresh token is refused", async () => {
    const { url, state } = await tokenServer({ refreshes: [401] });
    const client = createClient({ baseUrl: url, auth: sessionOf() });
    await plain(client, secured);
    state.revoked = 1;
    await plain(client, secured);
    expect(state).toMatchObject({ logins: 2, refreshes: 1 });
  });

  it("leads to a login if there is no refresh token", async () => {
    const { url, state } = await tokenServer({ hasRefresh: false });
    const client = createClient({ baseUrl: url, auth: sessionOf() });
    await plain(client, secured);
    state.revoked = 1;
    await plain(client, secured);
    expect(state).toMatchObject({ logins: 2, refreshes: 0 });
  });

  it("that the server has just given is no reason to log in again", async () => {
    const { url, state } = await tokenServer();
    state.revoked = 9;
    const client = createClient({ baseUrl: url, auth: sessionOf() });
    expect(await detailed(client, secured)).toMatchObject({ status: 401 });
    expect(state).toMatchObject({ logins: 1, refreshes: 0 });
  });

  it("replays a form with its files, and leaves a stream alone", async () => {
    const { url, state } = await tokenServer();
    const client = createClient({ baseUrl: url, auth: sessionOf() });
    const form = { ...posted, body: mediaBody, media: [{ type: "multipart/form-data", encode: encodeMultipart }] };
    await plain(client, secured);
    state.revoked = 1;
    const { body } = await plain(client, form, { body: { file: new File(["A=1"], "a.env") } });
    expect(body).toContain('filename="a.env"');
    state.revoked = 2;
    const raw = { ...posted, body: (_: Operation, params: { body?: unknown }) => [params.body, "text/plain"] as const };
    expect(await detailed(client, raw, { body: new Blob(["x"]).stream() })).toMatchObject({ status: 401 });
  });
});

describe("a login that fails", () => {
  it("fails all that wait with one error, and is tried again by the next call", async () => {
    const { url, state } = await tokenServer({ logins: [403] });
    const client = createClient({ baseUrl: url, auth: sessionOf() });
    const errors = await Promise.all(Array.from({ length: 20 }, () => rejection(plain(client, secured))));
    expect(new Set(errors).size).toBe(1);
    expect(isApiError(errors[0])).toBe(true);
    expect(errors[0]?.message).toBe("login: No. (403 Forbidden)");
    expect(state.logins).toBe(1);
    await plain(client, secured);
    expect(state.logins).toBe(2);
  });

  it("is retried if the failure is temporary", async () => {
    const { url, state } = await tokenServer({ logins: [429, 429] });
    await plain(createClient({ baseUrl: url, auth: sessionOf(), clock: testClock() }), secured);
    expect(state.logins).toBe(3);
  });

  it("may take longer than the limit of an attempt", async () => {
    const replies = [{ status: 429, headers: { "retry-after": "45" } }, { body: { access: "t1" } }];
    const { url, received } = await serve((request) => (request.url === "/login" && replies.shift()) || { body: {} });
    const clock = testClock();
    const sleep = (ms: number) => new Promise<void>((resolve) => void setTimeout(resolve, ms / 150));
    const client = createClient({ baseUrl: url, auth: sessionOf(), clock: { ...clock, sleep }, timeoutMs: 200 });
    expect(await plain(client, posted, { body: {} })).toEqual({});
    expect(received.map((one) => one.url)).toEqual(["/login", "/login", "/things/"]);
  });

  it("fails the call whose token was refused with its own error", async () => {
    const { url, state } = await tokenServer({ refreshes: [500] });
    const client = createClient({ baseUrl: url, auth: sessionOf(), maxRetries: 0 });
    await plain(client, secured);
    state.revoked = 1;
    expect((await rejection(plain(client, secured))).message).toBe("refresh: No. (500 Internal Server Error)");
    expect(state).toMatchObject({ logins: 1, refreshes: 1 });
  });
});

describe("a caller's abort", () => {
  /** A login that waits until it is let go. */
  function held() {
    const signals: AbortSignal[] = [];
    let letGo = (_: Grant) => {};
    const auth = sessionOf({
      obtain: (_, { signal }) => {
        signals.push(signal as AbortSignal);
        return new Promise((resolve, reject) => {
          letGo = resolve;
          signal?.addEventListener("abort", () => reject(signal.reason));
        });
      },
    });
    return { auth, signals, letGo: () => letGo({ access: "t0" }) };
  }

  it("ends only the wait of that caller", async () => {
    const { url } = await serve();
    const { auth, signals, letGo } = held();
    const client = createClient({ baseUrl: url, auth });
    const controller = new AbortController();
    const aborted = plain(client, secured, {}, { signal: controller.signal });
    const other = plain(client, secured);
    controller.abort("enough");
    await expect(aborted).rejects.toBe("enough");
    letGo();
    expect((await other).headers.authorization).toBe("Bearer t0");
    expect(signals).toHaveLength(1);
  });

  it("ends the login if no other caller waits, and the next call starts a new one", async () => {
    const { url } = await serve();
    const { auth, signals, letGo } = held();
    const client = createClient({ baseUrl: url, auth });
    const controller = new AbortController();
    const aborted = plain(client, secured, {}, { signal: controller.signal });
    setImmediate(() => controller.abort("enough"));
    await expect(aborted).rejects.toBe("enough");
    await new Promise(setImmediate);
    expect(signals.map(({ aborted }) => aborted)).toEqual([true]);
    const next = plain(client, secured);
    await new Promise(setImmediate);
    letGo();
    expect((await next).headers.authorization).toBe("Bearer t0");
    expect(signals).toHaveLength(2);
  });
});

describe("the end of a session", () => {
  it("revokes the tokens, forgets them, and a later call logs in", async () => {
    const { url, state } = await tokenServer();
    const revoked: unknown[] = [];
    const auth = sessionOf({ revoke: async (_, tokens) => revoked.push(tokens.access, tokens.refresh) });
    const client = createClient({ baseUrl: url, auth });
    expect(auth.isActive(client)).toBe(false);
    await auth.begin(client);
    expect(auth.isActive(client)).toBe(true);
    await auth.end(client);
    expect(auth.isActive(client)).toBe(false);
    expect(revoked).toEqual(["t1", "r1"]);
    await plain(client, secured);
    expect(state.logins).toBe(2);
  });

  it("forgets the tokens where the server fails, and says so", async () => {
    const { url } = await tokenServer();
    const auth = sessionOf({ revoke: () => Promise.reject(new Error("no logout")) });
    const client = createClient({ baseUrl: url, auth });
    await auth.begin(client);
    await expect(auth.end(client)).rejects.toThrow("no logout");
    expect(auth.isActive(client)).toBe(false);
  });

  it("comes by itself with the last token", async () => {
    const { url } = await tokenServer({ hasRefresh: false, expiresIn: 60 });
    const clock = testClock();
    const auth = sessionOf();
    const client = createClient({ baseUrl: url, auth, clock });
    await auth.begin(client);
    clock.time += 61_000;
    expect(auth.isActive(client)).toBe(false);
  });
});

describe("a store that does not expire keys", () => {
  it("frees the lock of a process that died while it logged in, after a minute", async () => {
    const { url, state } = await tokenServer();
    const clock = testClock();
    const key = await deriveStoreKey({ scheme: "A", server: url, account: "" }, serializeProof(proof));
    const store = new Map<string, unknown>([[`${key} lock`, `${clock.time} 0.5`]]);
    const start = clock.time;
    await plain(createClient({ baseUrl: url, auth: sessionOf({ store, proof }), clock, timeoutMs: 0 }), secured);
    expect(state.logins).toBe(1);
    expect(clock.time - start).toBeGreaterThanOrEqual(60_000);
    expect(clock.time - start).toBeLessThan(62_000);
  });
});

describe("a store that keeps nothing, or lies", () => {
  const lockOf = (locked: (now: number) => unknown, clock = testClock()) => ({
    get: (key: string) => (key.endsWith(" lock") ? locked(clock.now()) : undefined),
    set() {},
    delete() {},
  });

  it.each([
    ["nothing, as a cache that has lost its server", lockOf(() => undefined)],
    ["null", lockOf(() => null)],
    ["something else than a lock", lockOf(() => ({ access: "t0" }))],
    ["a lock of tomorrow", lockOf((now) => `${now + 86_400_000} 0.5`)],
    ["a lock of no time", lockOf(() => "Infinity")],
  ])(
    "is taken for empty where it has %s",
    async (_, store) => {
      const { url, state } = await tokenServer();
      await plain(createClient({ baseUrl: url, auth: sessionOf({ store, proof }), clock: testClock() }), secured);
      expect(state.logins).toBe(1);
    },
    2_000,
  );

  /** A store that works, but has something of its own for tokens. */
  const storeOf = (tokens: unknown) => {
    const locks = new Map<string, unknown>();
    return {
      get: (key: string) => (key.endsWith(" lock") ? locks.get(key) : tokens),
      set: (key: string, value: unknown) => locks.set(key, value),
      delete: (key: string) => locks.delete(key),
    };
  };

  it("is taken for empty where its value cannot be read", async () => {
    const { url, state } = await tokenServer();
    const unreadable = () => {
      throw new Error("unreadable");
    };
    const store = storeOf(Object.defineProperty({}, "access", { get: unreadable }));
    await plain(createClient({ baseUrl: url, auth: sessionOf({ store, proof }), clock: testClock() }), secured);
    expect(state.logins).toBe(1);
  });

  it("renews with no token that a value inherits, as JSON does where Object.prototype was polluted", async () => {
    const { url, state } = await tokenServer();
    const store = storeOf(Object.setPrototypeOf({ access: "t0" }, { __proto__: null, refresh: "inherited" }));
    await plain(createClient({ baseUrl: url, auth: sessionOf({ store, proof }), clock: testClock() }), secured);
    expect([state.logins, state.refreshes]).toEqual([1, 0]);
  });
});

describe("a store that never responds", () => {
  it.each(["get", "set", "delete"] as const)("delays a call by 5 seconds: %s", async (operation) => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    onTestFinished(() => void vi.useRealTimers());
    const { url, state } = await tokenServer();
    let asked = 0;
    const silent = () => {
      asked++;
      return new Promise(() => {});
    };
    const store = Object.assign(new Map<string, unknown>(), { [operation]: silent });
    let isDone = false;
    const client = createClient({ baseUrl: url, auth: sessionOf({ store, proof }), clock: testClock() });
    const call = plain(client, secured).finally(() => {
      isDone = true;
    });
    while (asked === 0) await new Promise(setImmediate);
    await vi.advanceTimersByTimeAsync(4_999);
    expect(isDone).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    await call;
    expect([asked, state.logins]).toEqual([1, 1]);
  });
});

import fc from "fast-check";
import { afterEach, describe, expect, it, onTestFinished, vi } from "vitest";
import {
  bearer,
  type Client,
  createClient,
  type Grant,
  isUsageError,
  type LoginProof,
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

const right = { user: "user", password: "hunter22" };
const wrong = { user: "user", password: "swordfish" };

const send = (client: Client, op: typeof login, body: object, options: object) =>
  unwrap(request<Success<200, Grant>>(client, op, { body }, options));

function sessionOf<Proof extends LoginProof>(more: Partial<SessionOptions<Proof>>) {
  return session((token) => bearer("A", token), {
    obtain: (client, options, proof) => send(client, login, proof, options),
    renew: (client, token, options) => send(client, refresh, { token }, options),
    account: "user",
    ...more,
  });
}

afterEach(() => vi.restoreAllMocks());

/** A server that takes the passwords of a set, and tokens while they are valid. */
async function passwordServer(...passwords: string[]) {
  const state = { passwords: new Set(passwords), valid: new Set<string>(), given: 0, refreshes: 0 };
  const give = () => {
    const access = `t${++state.given}`;
    state.valid.add(access);
    return { body: { access, refresh: `r${state.given}` } };
  };
  const refused = { status: 401, body: { error: "No." } };
  const { url, received } = await serve((incoming) => {
    if (incoming.url === "/login") return state.passwords.has(JSON.parse(incoming.body).password) ? give() : refused;
    if (incoming.url === "/refresh") {
      state.refreshes++;
      return give();
    }
    return state.valid.has(`${incoming.headers.authorization}`.slice("Bearer ".length)) ? { body: incoming } : refused;
  });
  const logins = () => received.filter((one) => one.url === "/login").map(({ body }) => JSON.parse(body).password);
  const clientOf = (auth: ReturnType<typeof sessionOf>) =>
    createClient({ baseUrl: url, auth, clock: testClock(), maxRetries: 0 });
  return { url, state, logins, clientOf };
}

describe("a session with a store", () => {
  it("is refused without proof, with the reason", () => {
    const make = () => sessionOf({ store: new Map() });
    expect(make).toThrow("a session with a store needs proof");
    expect(make).toThrow(expect.toSatisfy(isUsageError));
  });

  it.each([{}, { password: undefined }, { password: 7 }, { password: { toString: () => "x" } }])(
    "is refused with a proof that says nothing, or not in text: %j",
    async (proof) => {
      const { clientOf, logins } = await passwordServer();
      const error = await rejection(plain(clientOf(sessionOf({ store: new Map(), proof: proof as never })), secured));
      expect([isUsageError(error), logins()]).toEqual([true, []]);
    },
  );

  it("gives its tokens to the same proof, whatever the order of its fields", async () => {
    const { clientOf, logins } = await passwordServer("hunter22");
    const store = new Map<string, unknown>();
    await plain(clientOf(sessionOf({ store, proof: right })), secured);
    await plain(clientOf(sessionOf({ store, proof: () => ({ password: "hunter22", user: "user" }) })), secured);
    expect(logins()).toEqual(["hunter22"]);
  });

  it("gives its tokens to no other proof, which the server refuses", async () => {
    const { clientOf, logins } = await passwordServer("hunter22");
    const store = new Map<string, unknown>();
    await plain(clientOf(sessionOf({ store, proof: right })), secured);
    const stored = [...store];
    expect((await rejection(plain(clientOf(sessionOf({ store, proof: wrong })), secured))).status).toBe(401);
    expect(logins()).toEqual(["hunter22", "swordfish"]);
    expect([...store]).toEqual(stored);
  });

  it("keeps a wrong proof from holding up the right one at the same time", async () => {
    const { clientOf } = await passwordServer("hunter22");
    const store = new Map<string, unknown>();
    const calls = [wrong, right, wrong, right].map((proof) => plain(clientOf(sessionOf({ store, proof })), secured));
    const settled = await Promise.allSettled(calls);
    expect(settled.map(({ status }) => status)).toEqual(["rejected", "fulfilled", "rejected", "fulfilled"]);
  });

  it("asks for the proof once a login, and stores the tokens under the one that it sent", async () => {
    const { url, clientOf, logins } = await passwordServer("p1", "p2");
    const store = new Map<string, unknown>();
    let asked = 0;
    await plain(clientOf(sessionOf({ store, proof: async () => ({ password: `p${++asked}` }) })), secured);
    expect(logins()).toEqual(["p1"]);
    const subject = { scheme: "A", server: url, account: "user" };
    expect([...store.keys()]).toEqual([await deriveStoreKey(subject, serializeProof({ password: "p1" }))]);
  });

  it("asks for the proof at logins alone where there is no store", async () => {
    const { state, clientOf } = await passwordServer("hunter22");
    const proof = vi.fn(() => right);
    const client = clientOf(sessionOf({ proof }));
    await plain(client, secured);
    state.valid.clear();
    await plain(client, secured);
    expect([proof.mock.calls.length, state.refreshes]).toEqual([1, 1]);
  });
});

describe("a proof that changes within a session", () => {
  it("logs in anew when the token is refused, and gets and renews nothing of the one before", async () => {
    const { state, clientOf, logins } = await passwordServer("hunter22", "swordfish");
    const store = new Map<string, unknown>();
    let proof = right;
    const client = clientOf(sessionOf({ store, proof: () => proof }));
    await plain(client, secured);
    proof = wrong;
    state.valid.clear();
    state.passwords.delete("swordfish");
    expect((await rejection(plain(client, secured))).status).toBe(401);
    expect([logins(), state.refreshes, store.size]).toEqual([["hunter22", "swordfish"], 0, 1]);
    state.passwords.add("swordfish");
    await plain(client, secured);
    expect(store.size).toBe(2);
  });

  it("ends what it began: the tokens of the proof before leave the store", async () => {
    const { clientOf } = await passwordServer("hunter22", "swordfish");
    const store = new Map<string, unknown>();
    let proof = right;
    const auth = sessionOf({ store, proof: () => proof });
    await plain(clientOf(auth), secured);
    await plain(clientOf(sessionOf({ store, proof: wrong })), secured);
    const [, ofOther] = store.keys();
    proof = wrong;
    await auth.end(clientOf(auth));
    expect([...store.keys()]).toEqual([ofOther]);
  });
});

describe("the end of a session that has not begun", () => {
  it.each([
    ["ends what is stored for its proof", right, ["t1"], 0],
    ["leaves what is stored for another", wrong, [], 1],
  ] as const)("%s", async (_, proof, expected, left) => {
    const { clientOf } = await passwordServer("hunter22");
    const store = new Map<string, unknown>();
    await plain(clientOf(sessionOf({ store, proof: right })), secured);
    const revoked: string[] = [];
    const auth = sessionOf({ store, proof, revoke: async (_, { access }) => revoked.push(access) });
    await auth.end(clientOf(auth));
    expect([revoked, store.size]).toEqual([expected, left]);
  });
});

describe("a beginning without reuse", () => {
  it("asks the server whatever is stored or held, and stores what it gave", async () => {
    const { clientOf, logins } = await passwordServer("hunter22");
    const store = new Map<string, unknown>();
    const auth = sessionOf({ store, proof: right });
    await auth.begin(clientOf(auth));
    await auth.begin(clientOf(auth), { reuse: false });
    const other = sessionOf({ store, proof: right });
    await other.begin(clientOf(other), { reuse: false });
    expect(logins()).toHaveLength(3);
    expect([...store.values()]).toEqual([expect.objectContaining({ access: "t3" })]);
  });

  it("does not take what a call that waits gets from the store", async () => {
    const { clientOf, logins } = await passwordServer("hunter22");
    const store = new Map<string, unknown>();
    await plain(clientOf(sessionOf({ store, proof: right })), secured);
    const auth = sessionOf({ store, proof: right });
    const call = plain(clientOf(auth), secured);
    await auth.begin(clientOf(auth), { reuse: false });
    await call;
    expect(logins()).toHaveLength(2);
  });

  it("that is refused leaves the tokens that are held, and those that are stored", async () => {
    const { state, clientOf, logins } = await passwordServer("hunter22");
    const store = new Map<string, unknown>();
    const auth = sessionOf({ store, proof: right });
    await auth.begin(clientOf(auth));
    state.passwords.clear();
    expect((await rejection(auth.begin(clientOf(auth), { reuse: false }))).status).toBe(401);
    await plain(clientOf(auth), secured);
    await plain(clientOf(sessionOf({ store, proof: right })), secured);
    expect(logins()).toHaveLength(2);
  });

  it("can be given up while it waits for another", async () => {
    const auth = sessionOf({ proof: right, obtain: () => new Promise(() => {}) });
    const client = createClient({ baseUrl: "http://127.0.0.1:9", auth });
    const [caller, beginner] = [new AbortController(), new AbortController()];
    const call = plain(client, secured, {}, { signal: caller.signal });
    const beginning = auth.begin(client, { reuse: false, signal: beginner.signal });
    beginner.abort("enough");
    await expect(beginning).rejects.toBe("enough");
    caller.abort("the other");
    await expect(call).rejects.toBe("the other");
  });
});

describe("the key of a login", () => {
  it("shows neither the proof nor what can be guessed at quickly", async () => {
    const derive = vi.spyOn(crypto.subtle, "deriveBits");
    const { url, clientOf } = await passwordServer("hunter22");
    const store = new Map<string, unknown>();
    await plain(clientOf(sessionOf({ store, proof: right })), secured);
    const [key = ""] = store.keys();
    expect(JSON.parse(key)).toEqual(["A", url, "user", expect.stringMatching(/^[\da-f]{64}$/)]);
    const rounds = derive.mock.calls.map(
      ([algorithm]) => algorithm as { name: string; hash: string; iterations: number },
    );
    expect(rounds.every(({ name, hash }) => name === "PBKDF2" && hash === "SHA-256")).toBe(true);
    expect(rounds.reduce((sum, { iterations }) => sum + iterations, 0)).toBe(600_000);
  });

  it("is derived once in a session, for each proof and server", async () => {
    const derive = vi.spyOn(crypto.subtle, "deriveBits");
    const { state, clientOf } = await passwordServer("hunter22");
    const client = clientOf(sessionOf({ store: new Map(), proof: () => ({ ...right }) }));
    await plain(client, secured);
    const { length } = derive.mock.calls;
    for (let n = 0; n < 3; n++) {
      state.valid.clear();
      await plain(client, secured);
    }
    expect(derive).toHaveBeenCalledTimes(length);
  });

  it("differs by scheme, server, account and proof, however they run into each other", async () => {
    const subjects = [
      ["A", "http://a", "b"],
      ["A", "http://a ", "b"],
      ["A", "http://a", " b"],
      ["A", 'http://a","b', ""],
      ['A","http://a', "b", ""],
    ].map(([scheme = "", server = "", account = ""]) => ({ scheme, server, account }));
    const proof = serializeProof(right);
    const keys = await Promise.all(subjects.map((subject) => deriveStoreKey(subject, proof)));
    const digests = keys.map((key) => JSON.parse(key ?? "").at(-1));
    expect([new Set(keys).size, new Set(digests).size]).toEqual([subjects.length, subjects.length]);
  });

  it("comes of a proof that is written the same way for the same fields alone", () => {
    const text = fc.oneof(fc.constantFrom("", " ", ",", '"', "[", "null", "\ud800", "\udc00"), fc.string());
    const proof = fc.dictionary(text, fc.option(text), { minKeys: 1, maxKeys: 4, noNullPrototype: true });
    fc.assert(
      fc.property(proof, proof, (one, other) => {
        const sorted = (fields: object) => Object.entries(fields).sort(([a], [b]) => (a < b ? -1 : 1));
        const areSame = JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));
        expect(serializeProof(one) === serializeProof(other)).toBe(areSame);
        const reversed = Object.fromEntries(Object.entries(one).reverse());
        expect(serializeProof({ ...reversed, none: undefined })).toBe(serializeProof(one));
      }),
    );
  });

  it("is in no message of a login that is refused, nor is the proof", async () => {
    const { clientOf } = await passwordServer();
    const keys: string[] = [];
    const fail = (key: string) => {
      keys.push(key);
      throw new Error(key);
    };
    const store = { get: fail, set: fail, delete: fail };
    const error = await rejection(plain(clientOf(sessionOf({ store, proof: right })), secured));
    const digest: string = JSON.parse(keys[0] ?? "").at(-1);
    const { inspect } = await import("node:util");
    const shown = `${inspect(error, { depth: 9, showHidden: true })} ${JSON.stringify(error)} ${error.stack}`;
    expect(error.status).toBe(401);
    expect([shown.includes(digest), shown.includes("hunter22")]).toEqual([false, false]);
  });
});

describe("where Web Crypto is missing", () => {
  it.each([
    ["as in pages that come by plain http", {}],
    ["as in old runtimes", undefined],
    ["or refuses to hash slowly", { subtle: { importKey: () => Promise.reject(new Error("NotSupportedError")) } }],
  ])("a store is not used: %s", async (_, without) => {
    vi.stubGlobal("crypto", without);
    onTestFinished(() => void vi.unstubAllGlobals());
    const { clientOf, logins } = await passwordServer("hunter22");
    const touch = vi.fn();
    const store = { get: touch, set: touch, delete: touch };
    const auth = sessionOf({ store, proof: right });
    await plain(clientOf(auth), secured);
    await plain(clientOf(sessionOf({ store, proof: right })), secured);
    await auth.end(clientOf(auth));
    expect((await rejection(detailed(clientOf(sessionOf({ store, proof: wrong })), secured))).status).toBe(401);
    expect([logins(), touch.mock.calls]).toEqual([["hunter22", "hunter22", "swordfish"], []]);
  });
});

import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import KeyvRedis from "@keyv/redis";
import { Keyv } from "keyv";
import { describe, expect, onTestFinished, test } from "vitest";
import { createClient, listProjects, passwordLogin, type TokenStore } from "../src/index.js";
import { runNode } from "./run-node.js";
import { hasRedis, startRedis } from "./shared-login/redis.js";

const page = { count: 3, next: null, previous: null, results: [] };

/** A KeyNest that counts logins, refuses all passwords but one, and takes the tokens that it gave. */
async function startApi() {
  const api = { url: "", logins: 0, refused: 0, tokens: [] as string[] };
  const server = createServer(async (request, response) => {
    const { url, headers } = request;
    const answer = (status: number, body: object) =>
      response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
    if (url === "/api/auth/login/") {
      const { password } = JSON.parse(await text(request));
      if (password !== "securepassword123") {
        api.refused++;
        return answer(401, { error: "Invalid credentials." });
      }
      const token = `${++api.logins}`.padStart(40, "0");
      api.tokens.push(token);
      answer(200, { token, user: {} });
    } else if (api.tokens.includes(headers.authorization?.replace("Token ", "") ?? "")) answer(200, page);
    else answer(401, { error: "Invalid token." });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  api.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return api;
}

// `.ci/run` installs it. Elsewhere, a machine need not have a Redis to test the rest.
describe.skipIf(!hasRedis)("processes that share a Redis", () => {
  const worker = (apiUrl: string, redisUrl: string, password = "securepassword123") => ({
    args: ["shared-login/worker.mjs"],
    cwd: import.meta.dirname,
    env: { API_URL: apiUrl, REDIS_URL: redisUrl, PASSWORD: password },
  });

  test("log in once, two that start at once", async () => {
    await using redis = await startRedis();
    const api = await startApi();
    const runs = [runNode(worker(api.url, redis.url)), runNode(worker(api.url, redis.url))];
    expect(await Promise.all(runs)).toEqual(["3\n", "3\n"]);
    expect(api.logins).toBe(1);
  });

  test("log in once, five that start at once and one that comes later", async () => {
    await using redis = await startRedis();
    const api = await startApi();
    await Promise.all(Array.from({ length: 5 }, () => runNode(worker(api.url, redis.url))));
    expect(await runNode(worker(api.url, redis.url))).toBe("3\n");
    expect(api.logins).toBe(1);
  });

  test("log in once more when the token is refused", async () => {
    await using redis = await startRedis();
    const api = await startApi();
    await runNode(worker(api.url, redis.url));
    api.tokens.length = 0;
    const runs = await Promise.all(Array.from({ length: 3 }, () => runNode(worker(api.url, redis.url))));
    expect(runs).toEqual(["3\n", "3\n", "3\n"]);
    expect(api.logins).toBe(2);
  });

  test("log in for themselves where one has a wrong password, which is refused", async () => {
    await using redis = await startRedis();
    const api = await startApi();
    const passwords = ["wrong", undefined, "wrong", undefined];
    const runs = passwords.map((password) => runNode(worker(api.url, redis.url, password)));
    expect(await Promise.all(runs)).toEqual(["401\n", "3\n", "401\n", "3\n"]);
    expect([api.logins, api.refused]).toEqual([1, 2]);
    expect(await runNode(worker(api.url, redis.url, "wrong"))).toBe("401\n");
  });

  test("keep a token out of the keys, and the password out of the store", async () => {
    await using redis = await startRedis();
    const api = await startApi();
    await runNode(worker(api.url, redis.url));
    const store = new KeyvRedis(redis.url);
    const client = (await store.getClient()) as {
      keys(of: string): Promise<string[]>;
      get(key: string): Promise<string>;
    };
    const keys = await client.keys("*");
    const values = await Promise.all(keys.map((key) => client.get(key)));
    await store.disconnect();
    expect(keys).toEqual([expect.stringContaining(`["TokenAuth","${api.url}","user@example.com","`)]);
    expect(values.join()).toContain(api.tokens[0]);
    expect([...keys, ...values].join()).not.toContain("securepassword123");
  });
});

describe("a store", () => {
  const login = (store: TokenStore) =>
    passwordLogin({ email: "user@example.com", password: "securepassword123", store });

  test("can be a Keyv, or a Map", async () => {
    for (const store of [new Keyv(), new Map()]) {
      const api = await startApi();
      await listProjects(createClient({ baseUrl: api.url, auth: login(store) }));
      await listProjects(createClient({ baseUrl: api.url, auth: login(store) }));
      expect(api.logins).toBe(1);
    }
  });

  test("that fails is taken for empty", async () => {
    const api = await startApi();
    const fail = () => Promise.reject(new Error("no store"));
    const client = createClient({ baseUrl: api.url, auth: login({ get: fail, set: fail, delete: fail }) });
    expect(await listProjects(client)).toEqual(page);
  });

  test("may hold anything else under the key", async () => {
    const api = await startApi();
    const store = new Map<string, unknown>();
    await listProjects(createClient({ baseUrl: api.url, auth: login(store) }));
    const [key = ""] = store.keys();
    for (const value of [42, "token", null, { access: 7 }, { access: "" }, []]) {
      store.set(key, value);
      expect(await listProjects(createClient({ baseUrl: api.url, auth: login(store) }))).toEqual(page);
    }
    expect(api.logins).toBe(7);
  });

  test("frees the lock of a process that died while it logged in", async () => {
    const api = await startApi();
    const store = new Map<string, unknown>();
    await listProjects(createClient({ baseUrl: api.url, auth: login(store) }));
    const [key = ""] = store.keys();
    store.clear();
    store.set(`${key} lock`, "the dead");
    let slept = 0;
    const clock = {
      now: () => Date.now(),
      // As a store does with what has outlived its time.
      sleep: async () => void (++slept === 3 && store.clear()),
    };
    await listProjects(createClient({ baseUrl: api.url, auth: login(store), clock }));
    expect(api.logins).toBe(2);
  });
});

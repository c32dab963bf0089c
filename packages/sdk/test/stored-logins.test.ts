import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import {
  apiKeyAuth,
  type Credential,
  isAuthenticationError,
  jwtLogin,
  KeyNest,
  oauth2Password,
  passwordLogin,
  type TokenStore,
} from "@keynest/sdk";
import { describe, expect, onTestFinished, test } from "vitest";

const secret = "securepassword123";
const form = { username: "user", password: secret, client_id: "id", client_secret: "of-the-client", scope: "read" };

const logins: readonly (readonly [string, (store: TokenStore, secret: string) => Credential])[] = [
  ["passwordLogin", (store, password) => passwordLogin({ email: "user@example.com", password, store })],
  ["jwtLogin", (store, password) => jwtLogin({ username: "user", password: async () => password, store })],
  ["apiKeyAuth", (store, key) => apiKeyAuth(key, { store })],
  ["oauth2Password", (store, password) => oauth2Password({ ...form, password, store })],
  ["oauth2Password by its client", (store, secret) => oauth2Password({ ...form, client_secret: secret, store })],
];

/** A server that logs in whoever sends what is not wrong, and tells who is logged in. */
async function startServer() {
  const bodies: string[] = [];
  const server = createServer(async (request, response) => {
    const reply = (status: number, body: object) =>
      response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
    if (request.method === "GET") {
      return reply(request.headers.authorization?.endsWith(" the-token") ? 200 : 401, { results: [], count: 0 });
    }
    const body = await text(request);
    bodies.push(body);
    if (body.includes("wrong")) return reply(401, { detail: "No." });
    return reply(200, { token: "the-token", access: "the-token", access_token: "the-token", user: {} });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, bodies };
}

/** Calls what needs the credential. */
async function call(baseUrl: string, auth: Credential): Promise<number> {
  const client = new KeyNest({ baseUrl, auth, maxRetries: 0 });
  if (auth.scheme === "OAuth2PasswordBearer") await client.keys.list();
  else await client.projects.list();
  return 200;
}

describe.each(logins)("the store of %s", (_, login) => {
  test("shares a login with those who have the secret", async () => {
    const { baseUrl, bodies } = await startServer();
    const store = new Map<string, unknown>();
    await call(baseUrl, login(store, secret));
    await call(baseUrl, login(store, secret));
    expect(bodies).toHaveLength(1);
  });

  test("does not stand in for the secret", async () => {
    const { baseUrl, bodies } = await startServer();
    const store = new Map<string, unknown>();
    await call(baseUrl, login(store, secret));
    await expect(call(baseUrl, login(store, "wrong"))).rejects.toSatisfy(isAuthenticationError);
    expect([bodies.length, store.size]).toEqual([2, 1]);
  });

  test("has no secret in its keys", async () => {
    const { baseUrl } = await startServer();
    const store = new Map<string, unknown>();
    await call(baseUrl, login(store, secret));
    expect([...store.keys()].join()).not.toContain(secret);
  });
});

test("another scope is another login", async () => {
  const { baseUrl, bodies } = await startServer();
  const store = new Map<string, unknown>();
  for (const scope of ["read", "read write", undefined]) {
    await call(baseUrl, oauth2Password({ ...form, scope, store } as never));
  }
  expect([bodies.length, store.size]).toEqual([3, 3]);
});

describe("KeyNest.login with a store", () => {
  const user = { email: "user@example.com" };

  test("refuses a wrong password, even if the user is logged in", async () => {
    const { baseUrl } = await startServer();
    const store = new Map<string, unknown>();
    await call(baseUrl, passwordLogin({ ...user, password: secret, store }));
    const client = new KeyNest({ baseUrl, maxRetries: 0 });
    await expect(client.login({ ...user, password: "wrong", store })).rejects.toSatisfy(isAuthenticationError);
    expect([client.isAuthenticated, store.size]).toEqual([false, 1]);
  });

  test("asks the server even with the right one, and stores the login", async () => {
    const { baseUrl, bodies } = await startServer();
    const store = new Map<string, unknown>();
    for (let n = 0; n < 2; n++) {
      await new KeyNest({ baseUrl, maxRetries: 0 }).login({ ...user, password: secret, store });
    }
    expect(bodies).toHaveLength(2);
    await call(baseUrl, passwordLogin({ ...user, password: secret, store }));
    expect(bodies).toHaveLength(2);
  });

  test("logs out of what it stored", async () => {
    const { baseUrl } = await startServer();
    const store = new Map<string, unknown>();
    const client = new KeyNest({ baseUrl, maxRetries: 0 });
    await client.login({ ...user, password: secret, store });
    expect(store.size).toBe(1);
    await client.logout();
    expect(store.size).toBe(0);
  });
});

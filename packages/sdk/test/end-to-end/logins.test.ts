import { type Mock, startMock } from "@keynest/mock";
import {
  adminKeyAuth,
  apiKeyAuth,
  type Clock,
  createAccessTokenFromKey,
  createClient,
  createKey,
  deleteKey,
  getKeyUsage,
  getProfile,
  jwtLogin,
  listKeys,
  listProjects,
  oauth2Auth,
  oauth2Password,
  passwordLogin,
  registerClient,
} from "@keynest/sdk";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const password = "securepassword123";

/** The time of client and server. Waiting takes none. */
let now = Date.parse("2026-01-01T00:00:00Z");
const clock: Clock = {
  now: () => now,
  sleep: async (ms) => {
    now += ms;
  },
};

let mock: Mock;
beforeAll(async () => {
  mock = await startMock({ stateful: { clock: clock.now, rateLimits: { requestsPerHour: 20, loginsPerMinute: 5 } } });
});
beforeEach(() => mock.reset());
afterAll(() => mock.close());

/** What the server was asked since the last time, and what it answered. */
function asked(): string[] {
  const calls = mock.requests.map(({ operationId, status }) => `${operationId} ${status}`);
  mock.forget();
  return calls;
}

const options = () => ({ baseUrl: mock.url, clock });

describe("a JWT login", () => {
  const login = () => createClient({ ...options(), auth: jwtLogin({ username: "user", password }) });

  test("is renewed as long as the refresh token lives, then begun again", async () => {
    const client = login();
    expect((await getProfile(client)).username).toBe("user");
    expect(asked()).toEqual(["createJwt 200", "getProfile 200"]);
    for (const _ of [1, 2, 3]) {
      now += 5 * MINUTE_MS;
      await getProfile(client);
      // Each refresh token is good for one use, and gives the next.
      expect(asked()).toEqual(["refreshJwt 200", "getProfile 200"]);
    }
    now += 25 * HOUR_MS;
    await getProfile(client);
    expect(asked()).toEqual(["refreshJwt 401", "createJwt 200", "getProfile 200"]);
  });

  test("is renewed once for all calls that wait for it", async () => {
    const client = login();
    await getProfile(client);
    now += 5 * MINUTE_MS;
    asked();
    await Promise.all(Array.from({ length: 10 }, () => getProfile(client)));
    expect(asked().filter((call) => call === "refreshJwt 200")).toHaveLength(1);
  });

  test("survives a server that has forgotten it", async () => {
    const client = login();
    await getProfile(client);
    await mock.reset();
    expect((await getProfile(client)).username).toBe("user");
    expect(asked()).toEqual(["getProfile 401", "refreshJwt 401", "createJwt 200", "getProfile 200"]);
  });

  test("is revoked at its end", async () => {
    const session = jwtLogin({ username: "user", password });
    const client = createClient({ ...options(), auth: session });
    await getProfile(client);
    await session.end(client);
    expect(asked()).toEqual(["createJwt 200", "getProfile 200", "blacklistJwt 200"]);
  });

  test("says so when the password is wrong", async () => {
    const client = createClient({ ...options(), auth: jwtLogin({ username: "user", password: "wrong" }) });
    await expect(getProfile(client)).rejects.toThrow("No active account found with the given credentials");
    expect(asked()).toEqual(["createJwt 401"]);
  });
});

test("a password login ends on the server, and begins again with the next call", async () => {
  const session = passwordLogin({ email: "user@example.com", password });
  const client = createClient({ ...options(), auth: session });
  await getProfile(client);
  now += 365 * 24 * HOUR_MS;
  await getProfile(client);
  await session.end(client);
  await getProfile(client);
  expect(asked()).toEqual([
    ...["loginUser 200", "getProfile 200", "getProfile 200", "logoutUser 200"],
    ...["loginUser 200", "getProfile 200"],
  ]);
});

test("the API key of a client is exchanged whenever its access token has run out", async () => {
  const admin = createClient({ ...options(), auth: adminKeyAuth("123abc") });
  const { api_key } = await registerClient(admin, { body: { client_id: "robot", license: "maker" } });
  const client = createClient({ ...options(), auth: apiKeyAuth(api_key) });
  expect((await listProjects(client)).count).toBe(0);
  now += 5 * MINUTE_MS;
  expect((await getProfile(client)).full_name).toBe("robot");
  expect(asked().slice(1)).toEqual([
    ...["loginWithApiKey 200", "listProjects 200"],
    ...["loginWithApiKey 200", "getProfile 200"],
  ]);
});

test("a key is created, used, counted and deleted", async () => {
  const owner = createClient({ ...options(), auth: oauth2Password({ username: "user@example.com", password }) });
  const { uuid, api_key } = await createKey(owner, { body: { name: "laptop" } });
  const { access_token } = await createAccessTokenFromKey(createClient(options()), { key: api_key });
  const program = createClient({ ...options(), auth: oauth2Auth(access_token) });
  expect((await listKeys(program)).map(({ name }) => name)).toEqual(["laptop", "laptop"]);
  now += 5 * MINUTE_MS;
  asked();
  expect(await getKeyUsage(owner, { uuid })).toMatchObject({ completed_requests: 2, failed_requests: 0 });
  expect(asked()).toEqual(["refreshAccessToken 200", "getKeyUsage 200"]);
  await deleteKey(owner, { uuid });
  const refused = createAccessTokenFromKey(createClient(options()), { key: api_key });
  await expect(refused).rejects.toThrow("Invalid API key");
});

describe("a rate limit", () => {
  const exhausted = async () => {
    const session = passwordLogin({ email: "user@example.com", password });
    const client = createClient({ ...options(), auth: session });
    for (let count = 0; count < 20; count += 1) await listProjects(client);
    expect(client.rateLimit?.remaining).toBe(0);
    asked();
    return client;
  };

  test("is an error that says when to try again, when that is late", async () => {
    const client = await exhausted();
    await expect(listProjects(client)).rejects.toMatchObject({ status: 429, retryAfterMs: HOUR_MS });
    expect(asked()).toEqual(["listProjects 429"]);
  });

  test("is waited for, when that is allowed", async () => {
    const client = await exhausted();
    expect((await listProjects(client, {}, { maxDelayMs: HOUR_MS })).count).toBe(1);
    expect(asked()).toEqual(["listProjects 429", "listProjects 200"]);
  });
});

import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { PASSWORD, type Registered, START, startKeyNest, type TestKeyNest } from "../../support/start-keynest.ts";

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

let keynest: TestKeyNest;
let ann: Registered;
beforeAll(async () => {
  keynest = await startKeyNest();
});
beforeEach(async () => {
  await keynest.reset();
  ann = await keynest.register("ann");
});
afterAll(() => keynest.mock.close());

describe("JWT pairs", () => {
  const create = async () =>
    (await keynest.anybody.post("/authentication/new/", { username: "ann", password: PASSWORD })).body;
  const refresh = (token: string) => keynest.anybody.post("/authentication/refresh/", { refresh: token });
  const profile = (access: string) => keynest.bearer(access).get("/api/auth/profile/");
  const invalid = { detail: "Token is invalid or expired", code: "token_not_valid" };

  test("an access token works until it expires", async () => {
    const { access } = await create();
    keynest.wait(5 * MINUTE_MS - 1_000);
    expect((await profile(access)).body).toMatchObject({ username: "ann" });
    keynest.wait(1_000);
    const { status, body } = await profile(access);
    expect([status, body.code]).toEqual([401, "token_not_valid"]);
  });

  test("an access token of half a second works at once", async () => {
    await using other = await startKeyNest({ accessTokenLifetimeMs: 500, clock: () => START + 300 });
    await other.register("ann");
    const { body } = await other.anybody.post("/authentication/new/", { username: "ann", password: PASSWORD });
    expect((await other.bearer(body.access).get("/api/auth/profile/")).status).toBe(200);
  });

  test("is signed, and says its type", async () => {
    const { access } = await create();
    const [header = "", payload = "", signature = ""] = access.split(".");
    const read = (part: string) => JSON.parse(Buffer.from(part, "base64url").toString());
    expect(read(header)).toEqual({ alg: "HS256", typ: "JWT" });
    const claims = read(payload);
    expect(claims).toMatchObject({ token_type: "access", user_id: 1, exp: claims.iat + 300 });
    const forged = Buffer.from(JSON.stringify({ ...claims, user_id: 2 })).toString("base64url");
    expect((await profile(`${header}.${forged}.${signature}`)).status).toBe(401);
    const unsigned = Buffer.from('{"alg":"none","typ":"JWT"}').toString("base64url");
    expect((await profile(`${unsigned}.${payload}.`)).status).toBe(401);
  });

  test("a refresh token gives a new pair once, and is no access token", async () => {
    const pair = await create();
    expect((await profile(pair.refresh)).status).toBe(401);
    const { status, body } = await refresh(pair.refresh);
    expect([status, (await profile(body.access)).status]).toEqual([200, 200]);
    expect((await refresh(body.refresh)).status).toBe(200);
    const again = await refresh(pair.refresh);
    expect([again.status, again.body]).toEqual([401, invalid]);
  });

  test("a refresh token expires, and an access token refreshes nothing", async () => {
    const pair = await create();
    expect((await refresh(pair.access)).status).toBe(401);
    keynest.wait(DAY_MS);
    expect((await refresh(pair.refresh)).body).toEqual(invalid);
  });

  test("a revoked refresh token is useless, and the access token stays", async () => {
    const pair = await create();
    const revoked = await keynest.anybody.post("/authentication/blacklist/", { refresh: pair.refresh });
    expect([revoked.status, revoked.body]).toEqual([200, {}]);
    expect((await refresh(pair.refresh)).status).toBe(401);
    expect((await profile(pair.access)).status).toBe(200);
  });

  test("logout revokes the access token", async () => {
    const { access } = await create();
    expect((await keynest.bearer(access).post("/api/auth/logout/")).status).toBe(200);
    expect((await profile(access)).status).toBe(401);
  });

  test("refuses a wrong password", async () => {
    const { status, body } = await keynest.anybody.post("/authentication/new/", { username: "ann", password: "no" });
    expect([status, body]).toEqual([401, { detail: "No active account found with the given credentials" }]);
  });

  test("reset revokes earlier tokens, though their user exists again", async () => {
    const { access } = await create();
    await keynest.reset();
    await keynest.register("ann");
    expect((await profile(access)).status).toBe(401);
  });
});

describe("OAuth 2.0", () => {
  const create = (fields: Record<string, string>) =>
    keynest.anybody.post("/auth/access-token", new URLSearchParams({ password: PASSWORD, ...fields }));
  const refresh = (refresh_token: string) => keynest.anybody.post("/auth/refresh-token", { refresh_token });

  test.each(["ann", "ann@example.com"])("gives a pair to %s, for the operations of keys alone", async (username) => {
    const { status, body } = await create({ username, grant_type: "password" });
    expect([status, body.token_type]).toEqual([200, "bearer"]);
    expect((await keynest.bearer(body.access_token).get("/keys/")).body).toEqual([]);
    expect((await keynest.bearer(body.access_token).get("/api/auth/profile/")).status).toBe(401);
    keynest.wait(5 * MINUTE_MS);
    const late = await keynest.bearer(body.access_token).get("/keys/");
    expect([late.status, late.body]).toEqual([401, { detail: "Could not validate credentials" }]);
  });

  test("a refresh token works once, until it expires", async () => {
    const { body: pair } = await create({ username: "ann" });
    const { status, body } = await refresh(pair.refresh_token);
    expect(status).toBe(200);
    expect((await keynest.bearer(body.access_token).get("/keys/")).status).toBe(200);
    const again = await refresh(pair.refresh_token);
    expect([again.status, again.body]).toEqual([400, { detail: "Token expired" }]);
    keynest.wait(DAY_MS);
    expect((await refresh(body.refresh_token)).status).toBe(400);
    const unknown = await refresh("unknown");
    expect([unknown.status, unknown.body]).toEqual([404, { detail: "Token not found" }]);
  });

  test("refuses a wrong password, and a form without one", async () => {
    const wrong = await create({ username: "ann", password: "no" });
    expect([wrong.status, wrong.body]).toEqual([400, { detail: "Incorrect email or password" }]);
    const { status, body } = await keynest.anybody.post("/auth/access-token", new URLSearchParams({ username: "ann" }));
    const detail = [{ loc: ["body", "password"], msg: "Field required", type: "missing" }];
    expect([status, body]).toEqual([422, { detail }]);
  });
});

describe("API keys", () => {
  const owner = async (name = "ann") => {
    const form = new URLSearchParams({ username: name, password: PASSWORD });
    return keynest.bearer((await keynest.anybody.post("/auth/access-token", form)).body.access_token);
  };
  const exchange = (key: string) => keynest.anybody.get(`/auth/access-token?key=${key}`);

  test("are shown once, then masked", async () => {
    const owned = await owner();
    const { status, body: key } = await owned.put("/keys/", { name: "laptop" });
    expect(status).toBe(200);
    expect(key.uuid).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    const { body: keys } = await owned.get("/keys/");
    const masked = `${key.api_key.slice(0, 6)}************${key.api_key.slice(-2)}`;
    expect(keys).toEqual([
      { uuid: key.uuid, name: "laptop", api_key: masked, created: "2026-01-01T00:00:00Z", last_used: null },
    ]);
  });

  test("give access tokens, whose requests are counted", async () => {
    const owned = await owner();
    const { body: key } = await owned.put("/keys/", { name: "laptop" });
    const { status, body } = await exchange(key.api_key);
    expect([status, body.token_type]).toEqual([200, "bearer"]);
    const program = keynest.bearer(body.access_token);
    await program.get("/keys/");
    await program.put("/keys/", {});
    expect((await owned.get(`/keys/${key.uuid}/usage`)).body).toEqual({
      completed_requests: 3,
      successful_requests: 2,
      failed_requests: 1,
      quota_usage_percentage: 0.3,
      requests_per_day: 3,
    });
    expect((await owned.get("/keys/")).body[0].last_used).toBe("2026-01-01T00:00:00Z");
  });

  test("stop working at once when deleted, with their access tokens", async () => {
    const owned = await owner();
    const { body: key } = await owned.put("/keys/", { name: "laptop" });
    const { body } = await exchange(key.api_key);
    expect((await owned.delete(`/keys/${key.uuid}`)).body).toEqual({});
    expect((await keynest.bearer(body.access_token).get("/keys/")).status).toBe(401);
    const refused = await exchange(key.api_key);
    expect([refused.status, refused.body]).toEqual([400, { detail: "Invalid API key" }]);
  });

  test("are visible to their user alone", async () => {
    await keynest.register("bob");
    const { body: key } = await (await owner()).put("/keys/", { name: "laptop" });
    const bob = await owner("bob");
    expect((await bob.get("/keys/")).body).toEqual([]);
    for (const reply of [await bob.get(`/keys/${key.uuid}/usage`), await bob.delete(`/keys/${key.uuid}`)]) {
      const detail = [{ loc: ["path", "uuid"], msg: "API key not found", type: "not_found" }];
      expect([reply.status, reply.body]).toEqual([422, { detail }]);
    }
  });
});

describe("clients", () => {
  const admin = () => keynest.as({ "X-ADMIN-KEY": "123abc" });
  const register = (client_id: string) => admin().post("/auth/create_client", { client_id, license: "maker" });
  const login = (api_key: string) => keynest.anybody.post("/auth/login", { api_key });
  const client_id = "robot";

  test("are registered once, and listed without their keys", async () => {
    const { status, body } = await register("robot");
    expect([status, body]).toEqual([200, { api_key: expect.any(String), client_id, license: "maker" }]);
    const again = await register("robot");
    expect([again.status, again.body]).toEqual([409, { error: "Client already exists" }]);
    const { body: clients } = await admin().get("/auth/list_clients");
    expect(clients).toEqual([{ client_id, created_at: "2026-01-01 00:00:00", license: "maker" }]);
    const bad = await admin().post("/auth/create_client", { license: "maker" });
    expect([bad.status, bad.body]).toEqual([400, { error: "client_id is required" }]);
  });

  test("log in with their key, and are users of their own, who can be invited", async () => {
    const { body: client } = await register("robot");
    const { body } = await login(client.api_key);
    const robot = keynest.bearer(body.access_token);
    const { body: profile } = await robot.get("/api/auth/profile/");
    expect(profile).toMatchObject({ id: 2, full_name: "robot" });
    expect((await robot.get("/api/organizations/")).body.count).toBe(0);
    expect((await robot.get("/api/organizations/1/")).status).toBe(404);
    await ann.post("/api/organizations/1/invite_member/", { email: profile.email, role: "viewer" });
    expect((await robot.get("/api/organizations/1/")).body.user_role).toBe("viewer");
  });

  test("lose their key when it is revoked or replaced, and everything when deleted", async () => {
    const { body: first } = await register("robot");
    const { body: second } = await admin().post("/auth/create_client_key", { client_id });
    expect(second.message).toBe("Client key recreated");
    const refused = await login(first.api_key);
    expect([refused.status, refused.body]).toEqual([401, { error: "Invalid API key" }]);
    const { body: session } = await login(second.api_key);
    expect((await admin().post("/auth/revoke_client_key", { client_id })).body.message).toBe("Client key revoked");
    expect((await login(second.api_key)).status).toBe(401);
    expect((await keynest.bearer(session.access_token).get("/api/auth/profile/")).status).toBe(200);
    expect((await admin().delete("/auth/delete_client", { client_id })).body).toEqual({
      message: "Client deleted",
      client_id,
    });
    expect((await keynest.bearer(session.access_token).get("/api/auth/profile/")).status).toBe(401);
    for (const reply of [
      await admin().delete("/auth/delete_client", { client_id }),
      await admin().post("/auth/revoke_client_key", { client_id }),
      await admin().post("/auth/create_client_key", { client_id }),
    ]) {
      expect([reply.status, reply.body]).toEqual([404, { error: "Client not found" }]);
    }
  });

  test("are managed with the administrator key alone", async () => {
    const missing = await keynest.anybody.get("/auth/list_clients");
    expect([missing.status, missing.body]).toEqual([401, { error: "Missing admin key" }]);
    const wrong = await keynest.as({ "X-ADMIN-KEY": "no" }).get("/auth/list_clients");
    expect([wrong.status, wrong.body]).toEqual([403, { error: "Invalid admin key" }]);
  });
});

test("options say how long tokens live, how often they work, what they are made of, and the administrator key", async () => {
  let count = 0;
  const random = (size: number): Uint8Array => {
    count += 1;
    return new Uint8Array(size).fill(count);
  };
  await using other = await startKeyNest({
    random,
    adminKey: "open sesame",
    accessTokenLifetimeMs: 2_000,
    refreshTokenLifetimeMs: 4_000,
    rotateRefreshTokens: false,
  });
  // One random value for the signing key, one for the password, one for the token.
  expect((await other.register("ann")).token).toBe("03".repeat(20));
  expect((await other.as({ "X-ADMIN-KEY": "open sesame" }).get("/auth/list_clients")).status).toBe(200);
  const { body: pair } = await other.anybody.post("/authentication/new/", { username: "ann", password: PASSWORD });
  const refresh = () => other.anybody.post("/authentication/refresh/", { refresh: pair.refresh });
  for (const status of [200, 401]) {
    expect((await other.bearer(pair.access).get("/api/auth/profile/")).status).toBe(status);
    expect((await refresh()).body).toEqual({ access: expect.any(String) });
    other.wait(2_000);
  }
  expect((await refresh()).status).toBe(401);
});

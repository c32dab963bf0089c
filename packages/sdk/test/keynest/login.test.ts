import KeyNest, { adminKeyAuth, isAuthenticationError, isUsageError, listProjects } from "@keynest/sdk";
import { describe, expect, test } from "vitest";
import { jwtFor, password, record, token } from "./record.ts";
import { startServer } from "./start-server.ts";

describe.each([
  ["username", { username: "user", password }, "POST /authentication/new/", "POST /authentication/blacklist/"],
  ["email", { email: "user@example.com", password }, "POST /api/auth/login/", "POST /api/auth/logout/"],
] as const)("login with %s", (_, login, begin, end) => {
  test("makes calls as the user, until logout", async () => {
    const { client, log, valid } = await startServer();
    expect(client.isAuthenticated).toBe(false);
    await client.login(login);
    expect(client.isAuthenticated).toBe(true);
    await client.projects.list();
    await client.logout();
    expect(client.isAuthenticated).toBe(false);
    expect(log).toEqual([begin, "GET /api/projects/", end]);
    expect([...valid].filter((one) => !one.startsWith("ey"))).toEqual([]);
    await expect(client.projects.list()).rejects.toSatisfy(isUsageError);
  });

  test("holds for functions and raw requests with the same client", async () => {
    const { client: keynest } = await startServer();
    const { client } = keynest;
    await keynest.login(login);
    expect((await listProjects(client)).count).toBe(0);
    expect((await keynest.httpGet("api/projects/")).status).toBe(200);
  });

  test("that is refused changes nothing", async () => {
    const { client } = await startServer();
    await client.login(login);
    await expect(client.login({ ...login, password: "wrong" })).rejects.toSatisfy(isAuthenticationError);
    expect(client.isAuthenticated).toBe(true);
    expect((await client.projects.list()).count).toBe(0);
  });

  test("takes the place of the one before, and of a token", async () => {
    const { client } = await startServer();
    const other = new KeyNest({ baseUrl: client.client.baseUrl, token, maxRetries: 0 });
    expect(other.isAuthenticated).toBe(true);
    await expect(other.projects.list()).rejects.toSatisfy(isAuthenticationError);
    await other.login(login);
    await other.login(login);
    expect((await other.projects.list()).count).toBe(0);
    await other.logout();
    expect(other.isAuthenticated).toBe(false);
  });

  test("logs in again when the server has forgotten it", async () => {
    const { client, log, valid } = await startServer();
    await client.login(login);
    valid.clear();
    expect((await client.projects.list()).count).toBe(0);
    expect(log.filter((one) => one === begin)).toHaveLength(2);
    expect(log.filter((one) => one === "GET /api/projects/")).toHaveLength(2);
  });

  test("is forgotten when the server fails to end it, and says so", async () => {
    const { client } = await startServer({ logout: 500 });
    await client.login(login);
    await expect(client.logout()).rejects.toThrow("500");
    expect(client.isAuthenticated).toBe(false);
    await client.logout();
  });

  test("ends without an error where the server has ended it already", async () => {
    const { client, valid } = await startServer({ logout: 401 });
    await client.login(login);
    valid.clear();
    await client.logout();
    expect(client.isAuthenticated).toBe(false);
  });

  test("can be given up", async () => {
    const { client, log } = await startServer();
    await expect(client.login(login, { signal: AbortSignal.abort("enough") })).rejects.toBe("enough");
    expect([client.isAuthenticated, log]).toEqual([false, []]);
  });
});

test("logging in takes the one name that is not empty", async () => {
  for (const other of ["", null, undefined]) {
    const { client, log } = await startServer();
    await client.login({ username: "user", email: other, password } as never);
    await client.login({ username: other, email: "user@example.com", password } as never);
    expect(log).toEqual(["POST /authentication/new/", "POST /api/auth/login/"]);
  }
});

test.for([undefined, {}, { username: "user" }, { password }, { email: "", password }])(
  "login with %j is refused",
  async (given) => {
    const { client, log } = await startServer();
    await expect(client.login(given as never)).rejects.toSatisfy(isUsageError);
    expect(log).toEqual([]);
  },
);

describe("isAuthenticated", () => {
  test("is false once a JWT has ended", () => {
    expect(new KeyNest({ token: jwtFor("a") }).isAuthenticated).toBe(true);
    expect(new KeyNest({ token: jwtFor("a", -1) }).isAuthenticated).toBe(false);
    expect(new KeyNest({ token: "e30.e30.e30" }).isAuthenticated).toBe(true);
  });

  test("is about users, not about administrators", () => {
    expect(new KeyNest({ auth: adminKeyAuth("a") }).isAuthenticated).toBe(false);
  });
});

test("a call is not sent without its credential when logout comes between", async () => {
  const hooks = { request: () => client.logout() };
  const { client, sent } = record({ token, hooks });
  const error = await client.projects.list().catch((thrown: unknown) => thrown);
  expect([isUsageError(error), sent]).toEqual([true, []]);
});

test("a token that was given is forgotten by logout, and not ended", async () => {
  const { client, sent } = record({ token });
  await client.logout();
  expect([client.isAuthenticated, sent]).toEqual([false, []]);
});

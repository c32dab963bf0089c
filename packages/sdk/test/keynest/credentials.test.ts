import KeyNest, { adminKeyAuth, isUsageError, jwtAuth, type KeyNestOptions, tokenAuth } from "@keynest/sdk";
import { afterEach, describe, expect, onTestFinished, test, vi } from "vitest";
import { jwtFor, record, token } from "./record.ts";

afterEach(() => vi.unstubAllEnvs());

/** The header that a call to `/api/` carries. */
async function authorizationOf(options?: KeyNestOptions): Promise<string | null | undefined> {
  const { client, sent } = record(options);
  await client.projects.list();
  return sent[0]?.authorization;
}

describe("the credentials", () => {
  test("of a token that is no JWT are a Token", async () => {
    expect(await authorizationOf({ token })).toBe(`Token ${token}`);
    for (const other of ["your_jwt_token", "a.b", "a..b", "a.b.", "a.b.c.d", "a.b.c!"]) {
      expect(await authorizationOf({ token: other })).toBe(`Token ${other}`);
    }
  });

  test("of a JWT are a Bearer, for operations of OAuth too", async () => {
    const jwt = jwtFor("a");
    const { client, sent } = record({ token: jwt });
    await client.projects.list();
    await client.keys.list();
    expect(sent.map(({ authorization }) => authorization)).toEqual([`Bearer ${jwt}`, `Bearer ${jwt}`]);
  });

  test("do not go to operations without security", async () => {
    const { client, sent } = record({ token });
    await client.system.health();
    expect(sent[0]?.authorization).toBeNull();
  });

  test("are missed by the call that needs them", async () => {
    const error = await record()
      .client.projects.list()
      .catch((thrown: unknown) => thrown);
    expect(error).toSatisfy(isUsageError);
    expect(String(error)).toContain("needs TokenAuth or JWTAuth; this client carries no TokenAuth, no JWTAuth");
  });

  test("may be several, of which those in auth come first", async () => {
    const { client, sent } = record({ token, auth: [tokenAuth("first"), adminKeyAuth("admin")] });
    await client.projects.list();
    await client.clientAdmin.list();
    expect(sent.map(({ authorization }) => authorization)).toEqual(["Token first", null]);
    expect(sent[1]?.headers.get("x-admin-key")).toBe("admin");
  });

  test("of an API key are what the server exchanges it for", async () => {
    const access = jwtFor("machine");
    const { client, sent } = record({ apiKey: "the-key" }, () => Response.json({ access_token: access, results: [] }));
    expect(client.isAuthenticated).toBe(false);
    await client.projects.list();
    expect(sent.map(({ url }) => new URL(url).pathname)).toEqual(["/auth/login", "/api/projects/"]);
    expect(sent[0]?.body).toBe('{"api_key":"the-key"}');
    expect(sent[1]?.authorization).toBe(`Bearer ${access}`);
    expect(client.isAuthenticated).toBe(true);
  });
});

describe("the environment", () => {
  test("gives what the constructor does not", async () => {
    vi.stubEnv("KEYNEST_TOKEN", token);
    vi.stubEnv("KEYNEST_BASE_URL", "https://keynest.test/v1/");
    const { client, sent } = record();
    await client.projects.list();
    expect(sent[0]).toMatchObject({ url: "https://keynest.test/v1/api/projects/", authorization: `Token ${token}` });
  });

  test("gives an API key", async () => {
    vi.stubEnv("KEYNEST_API_KEY", "the-key");
    const { client, sent } = record({}, () => Response.json({ access_token: "x" }));
    await client.projects.list();
    expect(sent[0]?.body).toBe('{"api_key":"the-key"}');
  });

  test("is not asked where the constructor says it", async () => {
    vi.stubEnv("KEYNEST_TOKEN", "of-the-environment");
    vi.stubEnv("KEYNEST_API_KEY", "of-the-environment");
    vi.stubEnv("KEYNEST_BASE_URL", "https://elsewhere.test");
    const { client, sent } = record({ token, baseUrl: "https://keynest.test" });
    await client.projects.list();
    expect(sent[0]).toMatchObject({ url: "https://keynest.test/api/projects/", authorization: `Token ${token}` });
    expect(await authorizationOf({ auth: jwtAuth("a") })).toBe("Bearer a");
    await expect(authorizationOf({ auth: [] })).rejects.toSatisfy(isUsageError);
  });

  test.each(["", " ", "\n"])("counts as unset where it is empty: %j", async (empty) => {
    for (const name of ["KEYNEST_TOKEN", "KEYNEST_API_KEY", "KEYNEST_BASE_URL"]) vi.stubEnv(name, empty);
    const { client } = record();
    expect([client.client.baseUrl, client.isAuthenticated]).toEqual(["http://localhost:8000", false]);
  });

  test.each([
    ["does not exist, as in browsers", undefined],
    ["is not there", {}],
    [
      "must not be read",
      {
        get env() {
          throw new Error("NotCapable");
        },
      },
    ],
  ])("is nothing where it %s", (_, process) => {
    vi.stubGlobal("process", process);
    onTestFinished(() => void vi.unstubAllGlobals());
    expect(new KeyNest().client.baseUrl).toBe("http://localhost:8000");
  });
});

import { once } from "node:events";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { inspect } from "node:util";
import KeyNest, {
  adminKeyAuth,
  createClient,
  createVariable,
  getHealth,
  isAuthenticationError,
  isRateLimitError,
  isUsageError,
  jwtAuth,
  type KeyNestOptions,
  listProjects,
  tokenAuth,
} from "@keynest/sdk";
import { afterEach, describe, expect, onTestFinished, test, vi } from "vitest";

const token = "9944b09199c62bcf9418ad846dd0e4bbdfc6ee4b";
const password = "correct horse battery staple";

afterEach(() => vi.unstubAllEnvs());

/** A JWT that ends in so many seconds. */
function jwtFor(name: string, seconds = 3600): string {
  const now = Math.floor(Date.now() / 1000);
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
  return `${part({ alg: "HS256" })}.${part({ name, iat: now, exp: now + seconds })}.c2lnbmF0dXJl`;
}

interface Sent {
  method: string;
  url: string;
  authorization: string | null;
  headers: Headers;
  body: string;
}

/** A client whose requests are kept, and answered with an empty page. */
function record(options: KeyNestOptions = {}, answer: () => Response = () => Response.json({ results: [] })) {
  const sent: Sent[] = [];
  const fetch = async (url: string, init: RequestInit) => {
    const request = new Request(url, init);
    const { method, headers } = request;
    sent.push({ method, url, headers, authorization: headers.get("authorization"), body: await request.text() });
    return answer();
  };
  return { client: new KeyNest({ fetch, ...options }), sent };
}

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

interface Rules {
  /** Status of the answers to logins. */
  login?: number;
  /** Status of the answers to logouts. */
  logout?: number;
}

/** A server that gives out tokens, takes only them, and forgets those that are logged out. */
async function startServer({ login = 200, logout = 200 }: Rules = {}) {
  const valid = new Set<string>();
  const log: string[] = [];
  let count = 0;
  const server = createServer(async (request, response) => {
    const body = JSON.parse((await readText(request)) || "{}");
    const { url = "", method = "", headers } = request;
    const reply = (status: number, value: object) =>
      response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(value));
    log.push(`${method} ${url}`);
    const [, secret = ""] = (headers.authorization ?? "").split(" ");
    if (url === "/authentication/new/" || url === "/api/auth/login/") {
      if (body.password !== password || login !== 200) return reply(login === 200 ? 401 : login, { detail: "No." });
      const isPair = url === "/authentication/new/";
      const access = isPair ? jwtFor(`${body.username}${++count}`) : `token-${++count}-of-the-user`;
      valid.add(access);
      if (!isPair) return reply(200, { token: access, user: {} });
      valid.add(`refresh-of-${access}`);
      return reply(200, { access, refresh: `refresh-of-${access}` });
    }
    if (url === "/authentication/blacklist/") {
      if (logout === 200) valid.delete(body.refresh);
      return reply(logout, {});
    }
    if (!valid.has(secret)) return reply(401, { detail: "Not logged in." });
    if (url !== "/api/auth/logout/") return reply(200, { count: 0, next: null, previous: null, results: [] });
    if (logout === 200) valid.delete(secret);
    return reply(logout, { message: "Bye." });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { client: new KeyNest({ baseUrl, maxRetries: 0 }), log, valid };
}

async function readText(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

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

  test("is begun again when the server has forgotten it", async () => {
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

describe("raw requests", () => {
  test("use the methods that they are named after", async () => {
    const { client, sent } = record({ token });
    await client.httpGet("version/");
    await client.httpPost("a", { b: 1 });
    await client.httpPut("a", "text");
    await client.httpPatch("a", [1]);
    await client.httpDelete("a", { user_id: 1 });
    await client.httpDelete("a");
    expect(sent.map(({ method, body, authorization }) => [method, body, authorization])).toEqual([
      ["GET", "", `Token ${token}`],
      ["POST", '{"b":1}', `Token ${token}`],
      ["PUT", "text", `Token ${token}`],
      ["PATCH", "[1]", `Token ${token}`],
      ["DELETE", '{"user_id":1}', `Token ${token}`],
      ["DELETE", "", `Token ${token}`],
    ]);
  });

  test("carry whatever the client carries", async () => {
    const all = [[], [jwtAuth("a")], [adminKeyAuth("k")], [tokenAuth("t"), adminKeyAuth("k")]];
    const carried = all.map(async (auth) => {
      const { client, sent } = record({ auth });
      await client.httpGet("a");
      return [sent[0]?.authorization, sent[0]?.headers.get("x-admin-key")];
    });
    expect(await Promise.all(carried)).toEqual([
      [null, null],
      ["Bearer a", null],
      [null, "k"],
      ["Token t", "k"],
    ]);
  });

  test("resolve to any status", async () => {
    const { client } = record({ token }, () => new Response("gone", { status: 410 }));
    const response = await client.httpGet("a");
    expect([response.status, response.bodyUsed, await response.text()]).toEqual([410, false, "gone"]);
  });

  test.each(["https://other.test/", "//other.test/", "/\\other.test", "\t//other.test", "../admin", "%2e%2e/admin"])(
    "do not go to %j",
    async (path) => {
      const { client, sent } = record({ token, baseUrl: "https://keynest.test/api" });
      for (const call of ["httpGet", "httpPost", "httpPut", "httpPatch", "httpDelete"] as const) {
        await expect(client[call](path)).rejects.toSatisfy(isUsageError);
      }
      expect(sent).toEqual([]);
    },
  );

  // As Django answers a path without its slash.
  test("get the version from a server that redirects to the slash", async () => {
    const server = createServer((request, response) => {
      if (request.url === "/version") response.writeHead(301, { location: "/version/" }).end();
      else response.writeHead(200, { "content-type": "text/plain" }).end(`1.0.0 at ${request.url}`);
    });
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    onTestFinished(() => void server.close());
    const client = new KeyNest({ baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}` });
    expect(await (await client.httpGet("version")).text()).toBe("1.0.0 at /version/");
  });
});

describe("methods that list", () => {
  /** Three projects on two pages; the links name the server as it calls itself. */
  function answering() {
    const pages = [
      {
        count: 3,
        next: "http://inside.test:8080/api/projects/?search=web&page=2",
        previous: null,
        results: [{ id: 1 }, { id: 2 }],
      },
      { count: 3, next: null, previous: null, results: [{ id: 3 }] },
    ];
    let nth = 0;
    return record({ token }, () => Response.json(pages[nth++]));
  }

  test("give a page to those who await", async () => {
    const { client, sent } = answering();
    const page = await client.projects.list({ search: "web" });
    expect([page.count, page.results.length, sent.length]).toEqual([3, 2, 1]);
  });

  test("give the items of all pages to those who iterate", async () => {
    const { client, sent } = answering();
    const ids: number[] = [];
    for await (const project of client.projects.list({ search: "web" })) ids.push(project.id);
    expect(ids).toEqual([1, 2, 3]);
    expect(sent.map(({ url, authorization }) => [url, authorization])).toEqual([
      ["http://localhost:8000/api/projects/?search=web", `Token ${token}`],
      ["http://localhost:8000/api/projects/?search=web&page=2", `Token ${token}`],
    ]);
  });

  test("give pages, and no more items than asked for", async () => {
    const counts: number[] = [];
    for await (const { results } of answering().client.projects.list().pages()) counts.push(results.length);
    expect(counts).toEqual([2, 1]);
    const { client, sent } = answering();
    for await (const project of client.projects.list({}, { limit: 2 })) counts.push(project.id);
    expect([counts, sent.length]).toEqual([[2, 1, 1, 2], 1]);
  });

  test("request nothing before", () => {
    const { client, sent } = answering();
    client.projects.list();
    expect(sent).toEqual([]);
  });
});

describe("the class", () => {
  test("and functions mix", async () => {
    const { client, sent } = record({ token });
    await listProjects(client.client, { search: "web" });
    await getHealth(client.client);
    await createVariable(client.client, { body: { key: "A", value: "b", environment: 1 } });
    expect(sent.map(({ url }) => url.replace("http://localhost:8000", ""))).toEqual([
      "/api/projects/?search=web",
      "/health/",
      "/api/variables/",
    ]);
  });

  test("says what the server said of its limit", async () => {
    const headers = { "x-ratelimit-limit": "50", "x-ratelimit-remaining": "49" };
    const { client } = record({ token }, () => Response.json({}, { headers }));
    expect(client.rateLimit).toBeUndefined();
    await client.projects.list();
    expect(client.rateLimit).toMatchObject({ limit: 50, remaining: 49 });
  });

  test("passes options on", async () => {
    const { client, sent } = record({ token, maxRetries: 1, random: () => 0, headers: { "x-a": "b" } }, () =>
      Response.json({}, { status: 429, headers: { "retry-after": "0" } }),
    );
    await expect(client.projects.list()).rejects.toSatisfy(isRateLimitError);
    expect(sent.map(({ headers }) => headers.get("x-a"))).toEqual(["b", "b"]);
    expect(() => new KeyNest({ timeoutMs: -1 })).toThrow("timeoutMs");
    expect(() => new KeyNest({ baseUrl: "keynest.test" })).toThrow("baseUrl");
  });

  test("closes what fetch holds open", async () => {
    let closed = 0;
    const fetch = Object.assign(async () => new Response(), { [Symbol.asyncDispose]: async () => void closed++ });
    {
      await using client = new KeyNest({ fetch, token });
      expect(client.isAuthenticated).toBe(true);
    }
    expect(closed).toBe(1);
  });

  test("is the same by both names", async () => {
    const sdk = await import("@keynest/sdk");
    expect(sdk.default).toBe(sdk.KeyNest);
    expect(sdk.default.name).toBe("KeyNest");
    expect(createClient).toBe(sdk.createClient);
  });
});

describe("nothing shows a credential", () => {
  const secrets = [token, password, "the-key", "the-admin-key"];
  const expectClean = (value: unknown) => {
    const shown = [inspect(value, { depth: 12, showHidden: true }), JSON.stringify(value)];
    if (value instanceof Error) shown.push(`${value} ${value.stack} ${inspect(value.cause)}`);
    for (const secret of secrets) expect(shown.join("\n")).not.toContain(secret);
  };

  test("of a client", async () => {
    const { client } = await startServer();
    await client.login({ username: "user", password });
    expectClean(client);
    expectClean(new KeyNest({ token, apiKey: "the-key", auth: adminKeyAuth("the-admin-key") }));
  });

  /** Each with a server that answers with what it was sent. */
  test.each<[string, string, (client: KeyNest) => Promise<unknown>]>([
    ["a method", token, (client) => client.projects.get(1)],
    ["a method with a secret in its body", password, (client) => client.auth.login({ email: "a@b.c", password })],
    ["a login", password, (client) => client.login({ username: "user", password })],
    ["an exchange", "the-key", () => record({ apiKey: "the-key" }, () => echo("the-key")).client.projects.list()],
  ])("of %s that fails", async (_, secret, call) => {
    const { client } = record({ token }, () => echo(secret));
    const error = await call(client).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(Error);
    expectClean(error);
  });

  const echo = (secret: string) => Response.json({ error: `no ${secret}` }, { status: 400 });
});

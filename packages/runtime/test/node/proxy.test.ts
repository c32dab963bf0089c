import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { bearer, type Client, createClient, isUsageError } from "../../src/index.ts";
import { type NodeFetchOptions, nodeFetch } from "../../src/node/index.ts";
import { operation, plain, rejection } from "../call.ts";
import { serve } from "../server.ts";
import { createAuthority, type Identity, issue } from "./certificates.ts";
import { startProxy } from "./proxy-server.ts";
import { serveTls } from "./tls-server.ts";

const secured = operation({ security: [["JWTAuth"]] });
let ca: Identity;
let server: Identity;

beforeAll(async () => {
  ca = await createAuthority("Test authority");
  server = await issue(ca, "server");
});

beforeEach(() => {
  for (const name of ["http", "https", "all", "no"]) {
    vi.stubEnv(`${name}_proxy`, undefined);
    vi.stubEnv(`${name.toUpperCase()}_PROXY`, undefined);
  }
});
afterEach(() => vi.unstubAllEnvs());

function clientOf(baseUrl: string, options: NodeFetchOptions = {}): Client<{ JWTAuth: true }> {
  const fetch = nodeFetch({ ca: ca.cert, ...options });
  return createClient({ baseUrl, auth: bearer("JWTAuth", "s3cr3t-token"), fetch });
}

const basic = (credentials: string) => `Basic ${Buffer.from(credentials).toString("base64")}`;

describe("proxy", () => {
  test("makes a tunnel for https, and sees no credential of the API", async () => {
    const api = await serveTls(server);
    const proxy = await startProxy();
    await using client = clientOf(api.url, { proxy: proxy.url });
    expect(await plain(client, secured)).toMatchObject({ headers: { authorization: "Bearer s3cr3t-token" } });
    expect(proxy.seen).toEqual([`CONNECT ${new URL(api.url).host}`]);
    expect(proxy.bytes()).not.toMatch(/s3cr3t-token|things|bearer/i);
  });

  test("is asked for the whole URL for http", async () => {
    const api = await serve();
    const proxy = await startProxy();
    await using client = clientOf(api.url, { proxy: proxy.url });
    expect(await plain(client, secured)).toMatchObject({ url: "/things/" });
    expect(proxy.seen).toEqual([`GET ${api.url}/things/`]);
  });

  test.for(["http", "https"])("gets its user and password, for %s", async (scheme) => {
    const api = scheme === "http" ? await serve() : await serveTls(server);
    const proxy = await startProxy({ authorization: basic("me@corp:p:ss/w%rd") });
    await using client = clientOf(api.url, { proxy: `http://me%40corp:p%3Ass%2Fw%25rd@${proxy.host}` });
    const { headers } = await plain(client, secured);
    expect(headers).not.toHaveProperty("proxy-authorization");
  });

  test("gets a user without a password", async () => {
    const api = await serveTls(server);
    const proxy = await startProxy({ authorization: basic("me:") });
    await using client = clientOf(api.url, { proxy: `http://me@${proxy.host}` });
    expect(await plain(client, secured)).toMatchObject({ url: "/things/" });
  });

  test.for(["http", "https"])(
    "that refuses the password is named without it, at the first attempt, for %s",
    async (scheme) => {
      const api = scheme === "http" ? await serve() : await serveTls(server);
      const proxy = await startProxy({ authorization: basic("me:right") });
      await using client = clientOf(api.url, { proxy: `http://me:wr0ng-one@${proxy.host}` });
      const error = await rejection(plain(client, secured, {}, { maxRetries: 2 }));
      expect(error).toMatchObject({
        name: "ConnectionError",
        message: expect.stringContaining(`${proxy.url} requires another user`),
      });
      expect(proxy.seen).toHaveLength(1);
      const { inspect } = await import("node:util");
      expect(inspect(error, { depth: 9, showHidden: true })).not.toContain("wr0ng-one");
    },
  );

  test.for(["http", "https"])("may have an https URL, for %s", async (scheme) => {
    const api = scheme === "http" ? await serve() : await serveTls(server);
    const proxy = await startProxy({ identity: server, authorization: basic("me:right") });
    await using client = clientOf(api.url, { proxy: proxy.url.replace("//", "//me:right@") });
    expect(await plain(client, secured)).toMatchObject({ url: "/things/" });
  });

  test("with an https URL is verified, insecure or not", async () => {
    const api = await serveTls(server);
    const proxy = await startProxy({ identity: server });
    await using client = clientOf(api.url, { ca: undefined, insecure: true, proxy: proxy.url });
    const error = await rejection(plain(client, secured));
    expect(error).toMatchObject({
      name: "ConnectionError",
      message: expect.stringContaining(`of the proxy ${proxy.url}`),
    });
    expect(proxy.seen).toEqual([]);
  });

  test("that fails is a failed connection", async () => {
    const api = await serveTls(server);
    const proxy = await startProxy({ status: 503 });
    await using client = clientOf(api.url, { proxy: proxy.url });
    const error = await rejection(plain(client, secured));
    expect(error).toMatchObject({ name: "ConnectionError", code: "PROXY_RESPONSE_503" });
  });

  test.for([{ status: 0 }, { closesTunnels: true }])(
    "that hangs up is asked once per attempt: %j",
    async (behaviour) => {
      const api = await serveTls(server);
      const proxy = await startProxy(behaviour);
      await using client = clientOf(api.url, { proxy: proxy.url });
      const error = await rejection(plain(client, secured, {}, { timeoutMs: 2_000 }));
      expect(error).toMatchObject({ name: "ConnectionError" });
      expect(proxy.seen).toHaveLength(1);
    },
  );

  test("that stays silent does not keep the client open", async () => {
    const api = await serveTls(server);
    const proxy = await startProxy({ status: -1 });
    const client = clientOf(api.url, { proxy: proxy.url });
    const error = await rejection(plain(client, secured, {}, { timeoutMs: 50 }));
    expect(error).toMatchObject({ name: "TimeoutError" });
    await client[Symbol.asyncDispose]();
    await expect.poll(proxy.open).toBe(0);
  });

  test("that does not respond is a failed connection, and its password is not shown", async () => {
    const api = await serveTls(server);
    await using client = clientOf(api.url, { proxy: "http://me:wr0ng-one@127.0.0.1:1" });
    const error = await rejection(plain(client, secured));
    expect(error).toMatchObject({ name: "ConnectionError", code: "ECONNREFUSED" });
    const { inspect } = await import("node:util");
    expect(inspect(error, { depth: 9, showHidden: true })).not.toContain("wr0ng-one");
  });

  test.for([
    "http://me:s3cret@[bad",
    "socks5://me:s3cret@127.0.0.1:1",
    "http://me:s3cret%@127.0.0.1:1",
    "http://me:s3cret@127.0.0.1:1/path",
    "",
  ])("that is malformed is refused, and not shown: %s", (proxy) => {
    const make = () => nodeFetch({ proxy });
    expect(make).toThrow(/^proxy must be the http\(s\) URL of a proxy/);
    expect(make).not.toThrow(/s3cret/);
  });
});

describe("the environment", () => {
  test.for(["https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"])("%s is for https", async (name) => {
    const api = await serveTls(server);
    const proxy = await startProxy();
    vi.stubEnv(name, proxy.host);
    await using client = clientOf(api.url);
    await plain(client, secured);
    expect(proxy.seen).toEqual([`CONNECT ${new URL(api.url).host}`]);
  });

  test.for(["http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"])("%s is for http", async (name) => {
    const api = await serve();
    const proxy = await startProxy();
    vi.stubEnv(name, proxy.url);
    await using client = clientOf(api.url);
    await plain(client, secured);
    expect(proxy.seen).toHaveLength(1);
  });

  test("is read for the scheme of the URL first, and in lower case first; an empty variable counts as unset", async () => {
    const api = await serve();
    const [chosen, other] = [await startProxy(), await startProxy()];
    vi.stubEnv("http_proxy", chosen.url);
    // Windows does not tell names in upper case from those in lower case.
    const upperCase = process.platform === "win32" ? [] : ["HTTP_PROXY"];
    for (const name of [...upperCase, "https_proxy", "all_proxy"]) vi.stubEnv(name, other.url);
    await using client = clientOf(api.url);
    await plain(client, secured);
    expect([chosen.seen.length, other.seen.length]).toEqual([1, 0]);
    vi.stubEnv("http_proxy", "");
    await using direct = clientOf(api.url);
    await plain(direct, secured);
    expect([chosen.seen.length, other.seen.length]).toEqual([1, 0]);
  });

  test("HTTP_PROXY is ignored in a CGI program", async () => {
    const api = await serve();
    vi.stubEnv("HTTP_PROXY", "http://127.0.0.1:1");
    vi.stubEnv("REQUEST_METHOD", "GET");
    await using client = clientOf(api.url);
    expect(await plain(client, secured)).toMatchObject({ url: "/things/" });
    vi.unstubAllEnvs();
  });

  test("is ignored if the option is set", async () => {
    const api = await serve();
    const proxy = await startProxy();
    vi.stubEnv("http_proxy", "http://127.0.0.1:1");
    vi.stubEnv("no_proxy", "*");
    await using given = clientOf(api.url, { proxy: proxy.url });
    await plain(given, secured);
    expect(proxy.seen).toHaveLength(1);
    vi.stubEnv("no_proxy", undefined);
    await using none = clientOf(api.url, { proxy: false });
    expect(await plain(none, secured)).toMatchObject({ url: "/things/" });
  });

  test("that is not the URL of a proxy is refused by name, once it would be used", async () => {
    const api = await serve();
    vi.stubEnv("HTTPS_PROXY", "socks5://me:s3cret@127.0.0.1:1");
    await using unused = clientOf(api.url);
    await plain(unused, secured);
    vi.stubEnv("HTTP_PROXY", "socks5://me:s3cret@127.0.0.1:1");
    await using client = clientOf(api.url);
    const error = await rejection(plain(client, secured, {}, { maxRetries: 2 }));
    expect(isUsageError(error)).toBe(true);
    expect(error.message).toMatch(/^HTTP_PROXY must be/);
    expect(error.stack).not.toContain("s3cret");
  });

  test.for(["no_proxy", "NO_PROXY"])("%s excludes hosts", async (name) => {
    const api = await serve();
    vi.stubEnv("http_proxy", "http://127.0.0.1:1");
    vi.stubEnv(name, "example.com, 127.0.0.0/8");
    await using client = clientOf(api.url);
    expect(await plain(client, secured)).toMatchObject({ url: "/things/" });
  });
});

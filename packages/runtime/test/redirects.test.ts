import { Readable } from "node:stream";
import { describe, expect, it } from "vitest";
import { bearer, createClient, encodeRaw, isRedirectError } from "../src/index.ts";
import { detailed, operation, plain, rejection } from "./call.ts";
import { type Reply, serve, type TestServer } from "./server.ts";

const auth = bearer("A", "hunter22");
const secured = { security: [["A"]] };

/** Redirects /things to /things/, and says there what it received. */
function slashes(status: number): Promise<TestServer> {
  return serve((request): Reply => {
    if (request.url.startsWith("/things/")) return { body: request };
    return { status, headers: { location: request.url.replace("/things", "/things/") } };
  });
}

describe("a redirect that keeps method and origin is followed", () => {
  it.each([301, 302, 303, 307, 308])("%i of GET, with the credential", async (status) => {
    const { url, received } = await slashes(status);
    const op = operation({ path: "/things", query: ["q"], ...secured });
    const answer = await plain(createClient({ baseUrl: url, auth }), op, { q: 1 });
    expect(answer).toMatchObject({ method: "GET", url: "/things/?q=1" });
    expect(answer.headers.authorization).toBe("Bearer hunter22");
    expect(received).toHaveLength(2);
  });

  it("302 of HEAD", async () => {
    const { url, received } = await slashes(302);
    await detailed(createClient({ baseUrl: url }), operation({ method: "HEAD", path: "/things" }));
    expect(received.map(({ method }) => method)).toEqual(["HEAD", "HEAD"]);
  });

  it.each([
    [307, "POST"],
    [308, "POST"],
    [308, "PUT"],
    [307, "DELETE"],
  ])("%i of %s, with the body", async (status, method) => {
    const { url } = await slashes(status);
    const op = operation({ method, path: "/things", body: "application/json" });
    const answer = await plain(createClient({ baseUrl: url }), op, { body: { a: 1 } });
    expect(answer).toMatchObject({ method, url: "/things/", body: '{"a":1}' });
  });

  it("five times", async () => {
    const { url, received } = await serve(({ url }) =>
      url === "/5" ? { body: {} } : { status: 307, headers: { location: `/${Number(url.slice(1)) + 1}` } },
    );
    expect(await detailed(createClient({ baseUrl: url }), operation({ path: "/0" }))).toMatchObject({ ok: true });
    expect(received).toHaveLength(6);
  });
});

describe("others are refused", () => {
  it.each([
    [301, "POST"],
    [302, "POST"],
    [303, "POST"],
    [301, "DELETE"],
    [302, "PATCH"],
  ])("%i of %s: the method would change", async (status, method) => {
    const { url, received } = await slashes(status);
    const op = operation({ id: "changeThing", method, path: "/things", body: "application/json", query: ["token"] });
    const error = await rejection(plain(createClient({ baseUrl: url }), op, { body: {}, token: "hunter22" }));
    expect(isRedirectError(error)).toBe(true);
    expect(error).toMatchObject({ name: "RedirectError", status, operationId: "changeThing" });
    expect(error.message).toBe(
      `changeThing: refused the redirect (${status}) of ${method} to ${url}/things/; use the path with its trailing slash`,
    );
    expect(received).toHaveLength(1);
  });

  it("a stream cannot be sent twice", async () => {
    const { url, received } = await slashes(307);
    const op = operation({ method: "POST", path: "/things", body: { type: "text/plain", encode: encodeRaw } });
    const error = await rejection(plain(createClient({ baseUrl: url }), op, { body: new Blob(["x"]).stream() }));
    expect(isRedirectError(error)).toBe(true);
    expect(received).toHaveLength(1);
  });

  it.each([
    [301, "GET"],
    [307, "GET"],
    [308, "POST"],
  ])("%i of %s to another origin, which receives nothing", async (status, method) => {
    const other = await serve();
    const location = `${other.url}/things/?token=hunter22#f`;
    const { url } = await serve({ status, headers: { location } });
    const error = await rejection(plain(createClient({ baseUrl: url, auth }), operation({ method, ...secured })));
    expect(isRedirectError(error)).toBe(true);
    expect(error.message).toBe(
      `getThing: refused the redirect (${status}) of ${method} to ${other.url}/things/; if the API is there, set baseUrl to ${other.url}`,
    );
    expect(other.received).toEqual([]);
  });

  it("another port, scheme, a scheme-relative URL, or one with a user", async () => {
    for (const location of [
      "https://127.0.0.1:1/",
      "//example.com/x",
      "http://user@{host}/things/",
      "data:,x",
      "file:///x",
    ]) {
      const { url, received } = await serve(({ headers }) => ({
        status: 302,
        headers: { location: location.replace("{host}", `${headers.host}`) },
      }));
      expect(isRedirectError(await rejection(plain(createClient({ baseUrl: url }), operation())))).toBe(true);
      expect(received).toHaveLength(1);
    }
  });

  it("a sixth", async () => {
    const { url, received } = await serve({ status: 302, headers: { location: "/things/" } });
    const error = await rejection(plain(createClient({ baseUrl: url }), operation()));
    expect(error.message).toBe(`getThing: refused the redirect (302) of GET to ${url}/things/; too many in a row`);
    expect(received).toHaveLength(6);
  });

  it("where a browser hides what it is", async () => {
    const opaque = Object.defineProperties(Response.error(), { type: { value: "opaqueredirect" } });
    const client = createClient({ baseUrl: "https://h", fetch: async () => opaque });
    const error = await rejection(plain(client, operation()));
    expect(isRedirectError(error)).toBe(true);
    expect(error.message).toContain("use the path with its trailing slash");
  });

  it("and a secret in the location is not shown", async () => {
    const { url } = await serve({ status: 302, headers: { location: "/login/hunter22/a%20secret/" } });
    const op = operation({ method: "POST", path: "/{token}/", sensitive: ["token"], ...secured });
    const error = await rejection(plain(createClient({ baseUrl: url, auth }), op, { token: "a secret" }));
    expect(error.message).toContain(`to ${url}/login/[redacted]/[redacted]/;`);
  });
});

it("is followed with a fetch whose bodies are no streams of the platform", async () => {
  const fetch = async (url: string) => {
    const isFirst = url === "https://h/things/";
    const response = isFirst ? new Response("x", { status: 302, headers: { location: "/x/" } }) : Response.json(url);
    return Object.defineProperty(response, "body", { value: Readable.from(["x"]) });
  };
  expect(await plain(createClient({ baseUrl: "https://h", fetch }), operation())).toBe("https://h/x/");
});

describe("no redirect, so a result", () => {
  it.each([
    [300, "/x"],
    [304, "/x"],
    [301, undefined],
    [302, "http://["],
  ])("%i to %s", async (status, location) => {
    const { url, received } = await serve({ status, headers: location ? { location } : {} });
    expect(await detailed(createClient({ baseUrl: url }), operation())).toMatchObject({ ok: false, status });
    expect(received).toHaveLength(1);
  });

  it("201 with a location", async () => {
    const { url } = await serve({ status: 201, headers: { location: "https://example.com/" }, body: {} });
    expect(await detailed(createClient({ baseUrl: url }), operation())).toMatchObject({ ok: true, status: 201 });
  });

  it("a documented one", async () => {
    const { url, received } = await serve({ status: 302, headers: { location: "https://example.com/" } });
    const result = await detailed(createClient({ baseUrl: url }), operation({ redirect: "manual" }));
    expect(result).toMatchObject({ ok: false, status: 302 });
    expect(result.headers.get("location")).toBe("https://example.com/");
    expect(received).toHaveLength(1);
  });
});

import ky from "ky";
import createOpenApiClient from "openapi-fetch";
import { describe, expect, it, vi } from "vitest";
import {
  bearer,
  clientFetch,
  createClient,
  headerKey,
  isConnectionError,
  isRedirectError,
  isUsageError,
} from "../src/index.ts";
import { rejection } from "./call.ts";
import { type Received, serve } from "./server.ts";

interface Paths {
  "/things/{id}": {
    get: {
      parameters: { path: { id: number } };
      responses: { 200: { content: { "application/json": Received } } };
    };
    put: {
      parameters: { path: { id: number } };
      requestBody: { content: { "application/json": { name: string } } };
      responses: { 200: { content: { "application/json": Received } } };
    };
  };
}

const auth = [bearer("Token", "t0ken"), headerKey("Admin", "x-admin", "adm1n")];

/** What a server received that answers with it. */
async function received(response: Promise<Response>): Promise<Received> {
  return (await (await response).json()) as Received;
}

describe("a client's fetch", () => {
  it("puts the client's credentials and headers on a request", async () => {
    const { url } = await serve();
    const fetch = clientFetch(createClient({ baseUrl: `${url}/v1`, auth, headers: { "x-team": "a" } }));
    const { url: target, headers } = await received(fetch(`${url}/v1/things?a=1`));
    expect(target).toBe("/v1/things?a=1");
    expect(headers).toMatchObject({ authorization: "Bearer t0ken", "x-admin": "adm1n", "x-team": "a" });
  });

  it("puts on the credentials of the chosen schemes alone", async () => {
    const { url } = await serve();
    const fetch = clientFetch(createClient({ baseUrl: url, auth }), { schemes: ["Admin"] });
    const { headers } = await received(fetch("things"));
    expect(headers).toMatchObject({ "x-admin": "adm1n" });
    expect(headers).not.toHaveProperty("authorization");
  });

  it("lets a request's own header override a credential", async () => {
    const { url } = await serve();
    const fetch = clientFetch(createClient({ baseUrl: url, auth }));
    const { headers } = await received(fetch("/things", { headers: { Authorization: "Basic own" } }));
    expect(headers.authorization).toBe("Basic own");
  });

  it.each([
    ["a text", "POST", { method: "post", body: "text" }, "text"],
    ["a form", "PUT", { method: "PUT", body: new URLSearchParams({ a: "1" }) }, "a=1"],
    ["bytes", "PATCH", { method: "PATCH", body: new TextEncoder().encode("bytes") }, "bytes"],
  ])("sends %s", async (_, method, init, body) => {
    const { url } = await serve();
    const fetch = clientFetch(createClient({ baseUrl: url }));
    expect(await (await fetch(`${url}/things`, init)).json()).toMatchObject({ method, body });
  });

  it("sends a Request, and sends it again", async () => {
    let count = 0;
    const { url, received } = await serve(() => ({ status: ++count === 1 ? 503 : 200, body: {} }));
    const fetch = clientFetch(createClient({ baseUrl: url, random: () => 0 }));
    const request = new Request(`${url}/things`, {
      method: "PUT",
      body: "text",
      headers: { "content-type": "text/x" },
    });
    expect((await fetch(request)).status).toBe(200);
    expect(received.map(({ body, headers }) => [body, headers["content-type"]])).toEqual([
      ["text", "text/x"],
      ["text", "text/x"],
    ]);
  });

  it("resolves to the response of an error status, with its body unread", async () => {
    const { url } = await serve({ status: 404, body: { detail: "gone" } });
    const response = await clientFetch(createClient({ baseUrl: url }))("/things");
    expect(response.status).toBe(404);
    expect(await response.json()).toEqual({ detail: "gone" });
  });

  it("runs the hooks of the client", async () => {
    const { url } = await serve();
    const hook = vi.fn();
    await clientFetch(createClient({ baseUrl: url, hooks: { request: hook } }))("/things");
    expect(hook).toHaveBeenCalledOnce();
  });

  it.each([
    ["another host", "https://elsewhere.example/things"],
    ["another path of the host", "/../v2/things"],
    ["the host's root", "BASE/things"],
    ["a host that begins like it", "BASE.example/v1/things"],
    ["another port", "http://127.0.0.1:1/v1/things"],
    ["a user in the URL", "http://user@127.0.0.1/v1/things"],
  ])("sends nothing to %s", async (_, place) => {
    const { url, received } = await serve();
    const fetch = clientFetch(createClient({ baseUrl: `${url}/v1`, auth }));
    expect(isUsageError(await rejection(fetch(place.replace("BASE", url))))).toBe(true);
    expect(received).toEqual([]);
  });

  it("refuses a redirect that leaves the origin, and returns it if asked to", async () => {
    const { url } = await serve({ status: 307, headers: { location: "https://elsewhere.example/" } });
    const fetch = clientFetch(createClient({ baseUrl: url, auth }));
    expect(isRedirectError(await rejection(fetch("/things")))).toBe(true);
    expect((await fetch("/things", { redirect: "manual" })).status).toBe(307);
  });

  it("ends with the signal, also while the body is read", async () => {
    const { url } = await serve((_, response) => {
      response.write("begun");
      return undefined;
    });
    const controller = new AbortController();
    const fetch = clientFetch(createClient({ baseUrl: url }));
    const response = await fetch("/things", { signal: controller.signal });
    controller.abort(new Error("enough"));
    await expect(response.text()).rejects.toThrow("enough");
    await expect(fetch("/things", { signal: controller.signal })).rejects.toThrow("enough");
  });

  it("tells of a failed connection without the URL's values", async () => {
    const fetch = clientFetch(createClient({ baseUrl: "http://127.0.0.1:1", maxRetries: 0 }));
    const error = await rejection(fetch("/things?token=secret"));
    expect(isConnectionError(error)).toBe(true);
    expect(error.message).not.toContain("secret");
  });

  it("repeats no value of a header that it refuses", async () => {
    const fetch = clientFetch(createClient({ baseUrl: "https://h" }));
    const error = await rejection(fetch("x", { headers: { authorization: "Bearer hunter22\n-" } }));
    expect(isUsageError(error)).toBe(true);
    expect(`${error.stack}`).not.toContain("hunter22");
  });

  it("must be of a client that carries what is asked for", () => {
    expect(() => clientFetch({} as never)).toThrow("the first argument must be a client");
    expect(() => clientFetch(createClient({ baseUrl: "https://h" }), { schemes: ["Admin"] })).toThrow(
      "the client carries no credential for Admin",
    );
  });
});

describe("with another library", () => {
  it("carries openapi-fetch's calls", async () => {
    const { url } = await serve();
    const client = createClient({ baseUrl: url, auth });
    const api = createOpenApiClient<Paths>({ baseUrl: client.baseUrl, fetch: clientFetch(client) });
    const { data } = await api.PUT("/things/{id}", { params: { path: { id: 7 } }, body: { name: "a" } });
    expect(data).toMatchObject({ method: "PUT", url: "/things/7", body: '{"name":"a"}' });
    expect(data?.headers).toMatchObject({ authorization: "Bearer t0ken", "content-type": "application/json" });
  });

  it("carries ky's calls", async () => {
    const { url } = await serve();
    const client = createClient({ baseUrl: url, auth });
    const api = ky.create({ prefix: client.baseUrl, fetch: clientFetch(client), retry: 0 });
    const received = await api.post("things", { json: { name: "a" } }).json<Received>();
    expect(received).toMatchObject({ method: "POST", url: "/things", body: '{"name":"a"}' });
    expect(received.headers.authorization).toBe("Bearer t0ken");
  });
});

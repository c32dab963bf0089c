// What people of the clients that came before are used to, as this package does it.
import { type Mock, startMock } from "@keynest/mock";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createClient, getApiStatus, getProject, getProjectDetailed, type Hooks, tokenAuth } from "../src/index.js";
import { createClient as createNodeClient } from "../src/node.js";

let mock: Mock;
beforeAll(async () => {
  mock = await startMock();
});
afterAll(() => mock.close());

describe("a generated client library", () => {
  test("has a client without credentials, and one with", async () => {
    const client = createClient({ baseUrl: mock.url });
    expect((await getApiStatus(client)).version).toBe("1.0.0");
    const authenticated = createClient({ baseUrl: mock.url, auth: tokenAuth("SuperSecretToken") });
    expect((await getProject(authenticated, { id: 1 })).id).toBe(1);
  });

  test("gives the data, or the whole response", async () => {
    await using client = createClient({ baseUrl: mock.url, auth: tokenAuth("SuperSecretToken") });
    const project = await getProject(client, { id: 1 });
    const response = await getProjectDetailed(client, { id: 1 });
    expect(response).toMatchObject({ ok: true, status: 200, data: project });
    const missing = await getProjectDetailed(client, { id: 1 }, { headers: { Prefer: "code=404" } });
    expect(missing).toMatchObject({ ok: false, status: 404, error: { error: "Not found" } });
  });

  test("verifies certificates with a bundle of one's own, or not at all", () => {
    const options = { baseUrl: "https://internal-api.example.com", auth: tokenAuth("SuperSecretToken") };
    expect(() => createNodeClient({ ...options, ca: "/path/to/certificate_bundle.pem" })).toThrow(
      "certificate_bundle.pem",
    );
    expect(createNodeClient({ ...options, insecure: true }).baseUrl).toBe(options.baseUrl);
  });

  test("calls hooks with the request and the response", async () => {
    const log: string[] = [];
    const hooks: Hooks = {
      request: ({ request }) => void log.push(`${request.method} ${request.url} - waiting for response`),
      response: ({ request, response }) =>
        void log.push(`${request.method} ${request.url} - status ${response.status}`),
    };
    await getApiStatus(createClient({ baseUrl: mock.url, hooks }));
    expect(log).toEqual([`GET ${mock.url}/api/ - waiting for response`, `GET ${mock.url}/api/ - status 200`]);
  });

  test("has a fetch that can be read, and set", async () => {
    const sent: string[] = [];
    const client = createClient({
      baseUrl: mock.url,
      fetch: (url, init) => {
        sent.push(url);
        return fetch(url, init);
      },
    });
    await getApiStatus(client);
    expect(await (await client.fetch(`${mock.url}/health/`, {})).json()).toMatchObject({ status: "healthy" });
    expect(sent).toEqual([`${mock.url}/api/`, `${mock.url}/health/`]);
  });
});

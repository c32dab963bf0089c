import KeyNest, { createClient, createVariable, getHealth, isRateLimitError, listProjects } from "@keynest/sdk";
import { describe, expect, test } from "vitest";
import { record, token } from "./record.ts";

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

import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import KeyNest, { adminKeyAuth, isUsageError, jwtAuth, tokenAuth } from "@keynest/sdk";
import { describe, expect, onTestFinished, test } from "vitest";
import { record, token } from "./record.ts";

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

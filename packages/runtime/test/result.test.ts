import { inspect } from "node:util";
import { describe, expect, it } from "vitest";
import { bearer, cookieKey, createClient, encodeRaw, queryKey } from "../src/index.ts";
import { detailed, operation } from "./call.ts";
import { serve } from "./server.ts";

describe("a detailed result", () => {
  it("shows status and data, and has headers, response and request", async () => {
    const { url } = await serve({ headers: { "set-cookie": "s=hunter22", "x-page": "2" }, body: { a: 1 } });
    const result = await detailed(createClient({ baseUrl: url }), operation());
    expect({ ...result }).toEqual({ ok: true, status: 200, data: { a: 1 } });
    expect(JSON.stringify(result)).toBe('{"ok":true,"status":200,"data":{"a":1}}');
    expect(inspect(result, { showHidden: true, depth: 9 })).not.toContain("hunter22");
    expect(result.headers.get("x-page")).toBe("2");
    expect(result.response.url).toBe(`${url}/things/`);
  });

  it("is a success with an undocumented 2xx", async () => {
    const { url } = await serve({ status: 202, body: "{}" });
    expect(await detailed(createClient({ baseUrl: url }), operation())).toMatchObject({
      ok: true,
      status: 202,
      data: {},
    });
  });

  it("has the request as it was, without credentials", async () => {
    const { url, received } = await serve({ body: {} });
    const auth = [bearer("A", "hunter22"), queryKey("B", "key", "hunter22"), cookieKey("C", "c", "hunter22")];
    const client = createClient({ baseUrl: url, auth, headers: { "x-a": "1" } });
    const op = operation({ method: "POST", body: "application/json", security: [["A", "B", "C"]], query: ["q"] });
    const headers = { "x-b": "2", "x-a": null };
    const { request } = await detailed(client, op, { q: 1, body: { n: 1 } }, { headers });
    expect(received[0]?.url).toContain("hunter22");
    expect(request.method).toBe("POST");
    expect(request.url).toBe(`${url}/things/?q=1`);
    expect([...request.headers]).toEqual([
      ["accept", "application/json"],
      ["content-type", "application/json"],
      ["x-b", "2"],
    ]);
    expect(await request.json()).toEqual({ n: 1 });
  });

  it("leaves Authorization, Cookie and streams out of the request", async () => {
    const { url } = await serve({ body: {} });
    const op = operation({ method: "POST", body: { type: "text/plain", encode: encodeRaw }, security: [[]] });
    const options = { headers: { authorization: "x", cookie: "y" } };
    const { request } = await detailed(createClient({ baseUrl: url }), op, { body: new Blob(["x"]).stream() }, options);
    expect([...request.headers.keys()]).toEqual(["accept", "content-type"]);
    expect(request.body).toBeNull();
  });
});

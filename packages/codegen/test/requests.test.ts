import { describe, expect, it } from "vitest";
import { fixture } from "./support/client.ts";
import { recorder } from "./support/recorder.ts";
import { serve } from "./support/server.ts";

describe("parameters", () => {
  const required = { id: 1, labels: ["a", "b"], matrix: "m/n", object: { k: "v", l: "w" }, "X-Trace": "t" };

  it("are serialized in their styles", async () => {
    const { places, createClient } = await (await fixture("parameters")).load();
    const { fetch, last } = recorder();
    await places(createClient({ fetch }), {
      ...required,
      list: ["1", "2"],
      csv: ["a", "b c"],
      pipes: ["a", "b"],
      deep: { a: "x&y" },
      path: "/a/b",
      filter: { min: 1 },
      plain: "p",
      session: "s 1",
    });
    const { url, headers } = last();
    expect(decodeURI(url)).toMatchInlineSnapshot(
      `"https://api.test/v1/things/1/.a.b/;matrix=m%2Fn/k=v,l=w?list=1&list=2&csv=a,b c&pipes=a|b&deep[a]=x%26y&path=/a/b&filter={"min"%3A1}&plain=p"`,
    );
    expect(headers).toMatchObject({ "x-trace": "t", cookie: "session=s%201", accept: "application/json" });
  });

  it("that OpenAPI ignores are not sent", async () => {
    const { places, createClient } = await (await fixture("parameters")).load();
    const { fetch, last } = recorder();
    await places(createClient({ fetch }), { ...required, Accept: "text/x", authorization: "x", "Content-Type": "x" });
    expect(Object.keys(last().headers).sort()).toEqual(["accept", "x-trace"]);
  });

  it("with the same name are sent in their own locations", async () => {
    const { samePlaces, createClient } = await (await fixture("parameters")).load();
    const { fetch, last } = recorder(() => new Response(null, { status: 204 }));
    await samePlaces(createClient({ fetch }), {
      idPath2: "a",
      idQuery: 1,
      idPath: true,
      bodyQuery: "b",
      contentType: "c",
      __proto__Query: "d",
      constructorQuery: "e",
      body: "text",
    });
    expect(last().url).toBe(
      "https://api.test/v1/same/a?id=1&idPath=true&body=b&contentType=c&__proto__=d&constructor=e",
    );
    expect(last().body).toBe('"text"');
  });

  it("with names that look like a style are sent unchanged", async () => {
    const { signs, createClient } = await (await fixture("parameters")).load();
    const { fetch, last } = recorder();
    await signs(createClient({ fetch }), { dot: "a", star: "b" });
    expect(last().url).toBe("https://api.test/v1/signs/a/b");
  });
});

describe("bodies", () => {
  const cases: [string, object | undefined, string, string | undefined][] = [
    ["sendJson", { body: { name: "a" } }, '{"name":"a"}', "application/json"],
    ["sendOptional", undefined, "", undefined],
    ["sendOptional", { body: { name: "a" } }, '{"name":"a"}', "application/merge-patch+json"],
    ["deleteMany", { body: ["a"] }, '["a"]', "application/json"],
    [
      "sendForm",
      { body: { user: "a b", roles: ["x", "y"] } },
      "user=a+b&roles=x&roles=y",
      "application/x-www-form-urlencoded",
    ],
    ["sendText", { body: "a" }, "a", "text/plain"],
    ["sendBinary", { body: new TextEncoder().encode("bytes") }, "bytes", "application/octet-stream"],
    ["sendSeveral", { body: { name: "a" } }, '{"name":"a"}', "application/json"],
    ["sendSeveral", { contentType: "text/csv", body: "a;b" }, "a;b", "text/csv"],
    ["sendSeveral", { contentType: "image/*", body: new Blob(["a"], { type: "image/png" }) }, "a", "image/png"],
    ["sendAny", { body: { name: "a" } }, '{"name":"a"}', "application/json"],
  ];

  it.each(cases)("%s sends %j", async (name, params, text, type) => {
    const bodies = await (await fixture("bodies")).load();
    const { url, received } = await serve();
    await bodies[name](bodies.createClient({ baseUrl: url }), params);
    expect(received[0]?.body).toBe(text);
    expect(received[0]?.headers["content-type"]?.split(";")[0]).toBe(type);
  });

  it("sendFiles sends several files", async () => {
    const bodies = await (await fixture("bodies")).load();
    const { url, received } = await serve();
    const photo = new File(["p"], "p.jpg", { type: "image/jpeg" });
    const scans = [new File(["1"], "1.png"), new Blob(["2"])];
    await bodies.sendFiles(bodies.createClient({ baseUrl: url }), { body: { photo, scans, note: "n" } });
    const { body, headers } = received[0] ?? { body: "", headers: {} };
    const form = await new Response(body, { headers: { "content-type": headers["content-type"] ?? "" } }).formData();
    expect((form.get("photo") as File).name).toBe("p.jpg");
    expect(await Promise.all(form.getAll("scans").map((scan) => (scan as File).text()))).toEqual(["1", "2"]);
    expect(form.get("note")).toBe("n");
  });
});

describe("security", () => {
  const places: [string, string, object][] = [
    ["inherited", "bearerToken", { authorization: "Bearer s" }],
    ["header", "tokenAuth", { authorization: "Token s" }],
    ["oauth", "oauth2", { authorization: "Bearer s" }],
    ["oauth", "openId", { authorization: "Bearer s" }],
    ["optional", "bearerToken", { authorization: "Bearer s" }],
  ];
  it.each(places)("%s takes the credential of %s", async (operation, credential, headers) => {
    const security = await (await fixture("security")).load();
    const { fetch, last } = recorder(() => new Response(null, { status: 204 }));
    await security[operation](security.createClient({ fetch, auth: security[credential]("s") }));
    expect(last().headers).toMatchObject(headers);
  });

  it("answers the challenge of an HTTP Digest scheme", async () => {
    const { challenged, createClient, digestLogin } = await (await fixture("security")).load();
    const challenge = { "www-authenticate": 'Digest realm="r", nonce="n", qop="auth", algorithm=SHA-256' };
    const { fetch, last } = recorder(({ headers }) =>
      "authorization" in headers
        ? new Response(null, { status: 204 })
        : new Response(null, { status: 401, headers: challenge }),
    );
    await challenged(createClient({ fetch, auth: digestLogin({ username: "u", password: "p" }) }));
    expect(last().headers.authorization).toMatch(/^Digest username="u", realm="r", uri="\/challenged"/);
  });

  it("sends all credentials that are required together", async () => {
    const { both, createClient, keyInQuery, keyInCookie } = await (await fixture("security")).load();
    const { fetch, last } = recorder(() => new Response(null, { status: 204 }));
    await both(createClient({ fetch, auth: [keyInQuery("q"), keyInCookie("c")] }));
    expect(last().url).toBe("https://api.test/both?api_key=q");
    expect(last().headers.cookie).toBe("sid=c");
  });

  it("sends no credential if security is off, or optional without a credential", async () => {
    const { switchedOff, optional, createClient, bearerToken } = await (await fixture("security")).load();
    const { fetch, last } = recorder(() => new Response(null, { status: 204 }));
    await switchedOff(createClient({ fetch, auth: bearerToken("s") }));
    expect(last().headers).not.toHaveProperty("authorization");
    await optional(createClient({ fetch }));
    expect(last().headers).not.toHaveProperty("authorization");
  });
});

describe("responses", () => {
  it("are discriminated by status, and decoded by media type", async () => {
    const { severalDetailed, several, mediaDetailed, createClient } = await (await fixture("responses")).load();
    const respond = (body: string | null, status: number, type?: string) => {
      const { fetch } = recorder(() => new Response(body, { status, headers: type ? { "content-type": type } : {} }));
      return createClient({ fetch });
    };
    expect(await severalDetailed(respond('{"job":1}', 202, "application/json"))).toMatchObject({
      ok: true,
      status: 202,
      data: { job: 1 },
    });
    expect(await severalDetailed(respond(null, 204))).toMatchObject({ ok: true, status: 204, data: undefined });
    expect(await severalDetailed(respond("no", 410, "text/plain"))).toMatchObject({
      ok: false,
      status: 410,
      error: "no",
    });
    expect(await mediaDetailed(respond("a;b", 200, "text/csv"))).toMatchObject({ data: "a;b" });
    expect((await mediaDetailed(respond("%PDF", 200, "application/pdf"))).data).toBeInstanceOf(Blob);
    await expect(several(respond('{"detail":"gone"}', 404, "application/json"))).rejects.toMatchObject({
      name: "NotFoundError",
    });
  });

  it("are requested by the media types of successes", async () => {
    const { several, media, createClient } = await (await fixture("responses")).load();
    const { fetch, last } = recorder();
    await several(createClient({ fetch }));
    expect(last().headers.accept).toBe("application/json");
    await media(createClient({ fetch }));
    expect(last().headers.accept).toBe("application/json, text/csv, application/pdf, */*;q=0.1");
  });
});

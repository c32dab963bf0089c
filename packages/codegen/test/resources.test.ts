import { describe, expect, it } from "vitest";
import { client, description, fixture } from "./support/client.ts";
import { recorder } from "./support/recorder.ts";

describe("the methods of resources", () => {
  // biome-ignore lint/suspicious/noExplicitAny: generated for this test only, so no type can be known
  type Api = any;

  /** What is sent by a call. */
  async function sent(
    call: (api: Api) => Promise<unknown>,
  ): Promise<{ target: string; body: unknown; headers: object }> {
    const { createClient, Resources2: Resources, token } = await (await fixture("resources")).load();
    const { fetch, last } = recorder();
    await call(new Resources(createClient({ fetch, auth: token("t") })));
    const { url, body, headers } = last();
    return { target: url.replace("https://api.test", ""), body, headers };
  }

  it("send positional arguments in the order of the path", async () => {
    expect((await sent((api) => api.books.get(1, "a b"))).target).toBe("/shelves/1/books/a%20b");
  });

  it("send parameters under their wire names", async () => {
    const { target, headers } = await sent((api) => api.shelves.list({ ownerId: 1, sortBy: "name", xTrace: "t" }));
    expect(target).toBe("/shelves?owner=1&sort_by=name");
    expect(headers).toMatchObject({ "x-trace": "t" });
  });

  it("send properties of the body under their wire names, and parameters beside it", async () => {
    const { target, body } = await sent((api) => api.shelves.create({ name: "a", ownerId: 1, dryRun: true }));
    expect(target).toBe("/shelves?dry_run=true");
    expect(JSON.parse(String(body))).toEqual({ name: "a", owner: 1 });
  });

  it("send properties that the description does not know with the body", async () => {
    const { body } = await sent((api) => api.shelves.create({ name: "a", in_use: true, color: "red" }));
    expect(JSON.parse(String(body))).toEqual({ name: "a", in_use: true, color: "red" });
  });

  it("send an empty object if no property of the body is given", async () => {
    expect((await sent((api) => api.books.update(1, "a"))).body).toBe("{}");
  });

  it("send forms", async () => {
    const { body } = await sent((api) => api.books.import({ file: new File(["a"], "a.csv"), shelfId: 1 }));
    const form = body as FormData;
    expect([...form.keys()]).toEqual(["file", "shelf"]);
    expect((form.get("file") as File).name).toBe("a.csv");
  });

  it.each([
    ["an array", (api: Api) => api.bodies.kept("a", { body: ["b"], pageSize: 1 }), "/kept/a?page_size=1", '["b"]'],
    [
      "of several media types",
      (api: Api) => api.bodies.several({ contentType: "text/plain", body: "b" }),
      "/several",
      "b",
    ],
    ["that may be left out", (api: Api) => api.bodies.optional(), "/optional", undefined],
    [
      "whose names are taken",
      (api: Api) => api.bodies.meeting({ dryRun: true, body: { dry_run: false } }),
      "/meeting?dry-run=true",
      '{"dry_run":false}',
    ],
  ] as const)("take a body as it is: %s", async (_, call, target, body) => {
    expect(await sent(call)).toMatchObject({ target, body });
  });

  it("keep the wire names of parameters with nearly the same names", async () => {
    const { target } = await sent((api) => api.bodies.alike({ user_id: 1, userId: "a" }));
    expect(target).toBe("/alike?user_id=1&userId=a");
  });

  it("do not let a property of the object replace a path parameter", async () => {
    const { target } = await sent((api) => api.books.delete(1, "a", { force: true, shelf_id: 2 }));
    expect(target).toBe("/shelves/1/books/a?force=true");
  });

  it("that have pages can be awaited and iterated", async () => {
    const { createClient, Resources2: Resources, token } = await (await fixture("resources")).load();
    const targets: string[] = [];
    const fetch = async (url: string) => {
      targets.push(url.replace("https://api.test", ""));
      return Response.json({ loans: [{ id: targets.length }], next: url.includes("page=2") ? null : `${url}&page=2` });
    };
    const api = new Resources(createClient({ fetch, auth: token("t") }));
    const loans = api.books.loans(1, { sortBy: "a" });
    expect(targets).toEqual([]);
    expect((await loans).loans).toEqual([{ id: 1 }]);
    const ids: number[] = [];
    for await (const { id } of loans) ids.push(id);
    expect(ids).toEqual([1, 2]);
    expect(targets).toEqual(["/shelves/1/loans?sort_by=a", "/shelves/1/loans?sort_by=a&page=2"]);
  });

  it("have a detailed variant", async () => {
    const { createClient, Resources2: Resources, token } = await (await fixture("resources")).load();
    const { fetch } = recorder(() => Response.json({}, { status: 404 }));
    const api = new Resources(createClient({ fetch, auth: token("t") }));
    expect(await api.books.getDetailed(1, "a")).toMatchObject({ ok: false, status: 404 });
  });

  it("report names that changed", async () => {
    const { problems } = await fixture("resources");
    expect(problems.map(({ message }) => message)).toEqual([
      'The name ClientResource is taken; the schema "ClientResource" is named ClientResource2.',
      'Names of the body\'s properties collide with parameters; meeting takes the body as "body".',
      "Parameters of alike have nearly the same names; they keep their wire names.",
      "The method constructor_ of client is taken; twice is named constructor_2.",
      "The resource client is named client2, because client is a member of every client.",
      "The name Resources is taken; the class is named Resources2.",
    ]);
  });
});

describe("resources", () => {
  const operation = { operationId: "a", responses: { 204: { description: "" } } };

  it("are generated on request", async () => {
    const text = description({ paths: { "/a": { get: operation } } });
    expect((await client(text)).files).not.toContain("resources.gen.ts");
    expect((await client(text, { resources: true })).files).toContain("resources.gen.ts");
  });

  it.each([1, "", {}, null])("are named by the tag if an extension is not a name: %j", async (value) => {
    const paths = { "/a": { get: { ...operation, tags: ["t"], "x-sdk-group": value, "x-sdk-method": value } } };
    const { load, problems } = await client(description({ paths }), { resources: true });
    const { Resources, createClient } = await load();
    expect(createClient).toBeUndefined();
    expect(new Resources({}).t.a).toBeTypeOf("function");
    expect(problems.map(({ message }) => message)).toEqual([
      "x-sdk-group must be a name; it is ignored.",
      "x-sdk-method must be a name; it is ignored.",
    ]);
  });

  it("are shared by groups with nearly the same names", async () => {
    const paths = {
      "/a": { get: { ...operation, "x-sdk-group": "audit logs" } },
      "/b": { get: { ...operation, operationId: "b", "x-sdk-group": "auditLogs" } },
    };
    const { load } = await client(description({ paths }), { resources: true });
    const { auditLogs } = new (await load()).Resources({});
    expect([auditLogs.a, auditLogs.b].map((one) => typeof one)).toEqual(["function", "function"]);
  });
});

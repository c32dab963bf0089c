import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type Registered, startKeyNest, type TestKeyNest } from "../../support/start-keynest.ts";

let keynest: TestKeyNest;
let ann: Registered;
let bob: Registered;
beforeAll(async () => {
  keynest = await startKeyNest();
});
beforeEach(async () => {
  await keynest.reset();
  ann = await keynest.register("ann");
  bob = await keynest.register("bob");
  await ann.post("/api/projects/", { name: "Web", description: "Shop", organization: ann.organization });
  await ann.post("/api/environments/", { name: "Production", project: 1, environment_type: "production" });
  await ann.post("/api/variables/", { key: "API_KEY", value: "s3cret", environment: 1 });
});
afterAll(() => keynest.mock.close());

const made = { created_at: "2026-01-01T00:00:00Z", updated_at: "2026-01-01T00:00:00Z", created_by_name: "ann" };
const changed = "2026-01-01T00:00:01Z";

const join = (role: string) =>
  ann.post(`/api/organizations/${ann.organization}/invite_member/`, { email: "bob@example.com", role });

const refusal = (field: string, message: string) => [
  400,
  { error: "Validation failed", details: { [field]: [message] } },
];

describe("projects", () => {
  const web = () => ({
    id: 1,
    name: "Web",
    description: "Shop",
    organization: ann.organization,
    organization_name: "ann's Organization",
    ...made,
    environment_count: 1,
  });

  test("are read, changed and deleted", async () => {
    expect((await ann.get("/api/projects/1/")).body).toEqual(web());
    keynest.wait(1_000);
    const { body } = await ann.patch("/api/projects/1/", { description: null });
    expect(body).toEqual({ ...web(), description: null, updated_at: changed });
    expect((await ann.delete("/api/projects/1/")).status).toBe(204);
    for (const path of ["/api/projects/1/", "/api/environments/1/", "/api/variables/1/"]) {
      expect((await ann.get(path)).status).toBe(404);
    }
    expect((await ann.get(`/api/organizations/${ann.organization}/`)).body.project_count).toBe(0);
  });

  test.each([
    ["search=WE", [1]],
    ["search=sho", [1]],
    ["search=ö", [2]],
    ["search=%25", []],
    ["search=", [1, 2, 3]],
    ["organization=3", [3]],
    ["organization=3&search=web", []],
    ["organization=2", []],
    ["organization=99999999999999999999", []],
  ])("are found by %s", async (query, ids) => {
    await ann.post("/api/projects/", { name: "Second", description: "GRÖSSE", organization: ann.organization });
    await ann.post("/api/organizations/", { name: "Other" });
    await ann.post("/api/projects/", { name: "Third", organization: 3 });
    const { body } = await ann.get(`/api/projects/?${query}`);
    expect([body.count, body.results.map(({ id }: { id: number }) => id)]).toEqual([ids.length, ids]);
  });

  test("have plain names, and an organization of their user's", async () => {
    const slash = await ann.post("/api/projects/", { name: "a/b", organization: ann.organization });
    expect([slash.status, Object.keys(slash.body.details)]).toEqual([400, ["name"]]);
    const other = await ann.post("/api/projects/", { name: "Mine", organization: bob.organization });
    expect([other.status, other.body]).toEqual(refusal("organization", 'Invalid pk "2" - object does not exist.'));
  });
});

describe("environments", () => {
  const production = {
    id: 1,
    name: "production",
    project: 1,
    project_name: "Web",
    environment_type: "production",
    description: null,
    ...made,
    variable_count: 1,
  };

  test("are read, changed and deleted", async () => {
    expect((await ann.get("/api/environments/1/")).body).toEqual(production);
    keynest.wait(1_000);
    const { body } = await ann.patch("/api/environments/1/", { name: "LIVE", description: "The real one" });
    expect(body).toEqual({ ...production, name: "live", description: "The real one", updated_at: changed });
    expect((await ann.get("/api/variables/1/")).body.environment_name).toBe("live");
    expect((await ann.delete("/api/environments/1/")).status).toBe(204);
    expect((await ann.get("/api/variables/1/")).status).toBe(404);
    expect((await ann.get("/api/projects/1/")).body.environment_count).toBe(0);
  });

  test("are filtered by project and type", async () => {
    await ann.post("/api/projects/", { name: "Second", organization: ann.organization });
    await ann.post("/api/environments/", { name: "one", project: 2 });
    const ids = async (path: string) => (await ann.get(path)).body.results.map(({ id }: { id: number }) => id);
    expect(await ids("/api/environments/")).toEqual([1, 2]);
    expect(await ids("/api/environments/?project=2")).toEqual([2]);
    expect(await ids("/api/environments/?environment_type=development")).toEqual([2]);
    expect(await ids("/api/environments/?environment_type=production&project=2")).toEqual([]);
    expect(await ids("/api/projects/1/environments/")).toEqual([1]);
    expect((await ann.get("/api/projects/9/environments/")).status).toBe(404);
  });

  test("have names that are unique in their project, whatever their case", async () => {
    const again = await ann.post("/api/environments/", { name: "PRODUCTION", project: 1 });
    const message = "An environment with this name already exists in this project.";
    expect([again.status, again.body]).toEqual(refusal("name", message));
    await ann.post("/api/environments/", { name: "staging", project: 1 });
    expect((await ann.patch("/api/environments/2/", { name: "production" })).body.details).toEqual({ name: [message] });
    expect((await ann.patch("/api/environments/2/", { name: "Staging" })).status).toBe(200);
    const spaced = await ann.post("/api/environments/", { name: "a b", project: 1 });
    expect([spaced.status, Object.keys(spaced.body.details)]).toEqual([400, ["name"]]);
    const none = await ann.post("/api/environments/", { name: "qa", project: 9 });
    expect([none.status, none.body]).toEqual(refusal("project", 'Invalid pk "9" - object does not exist.'));
  });
});

describe("variables", () => {
  const apiKey = {
    id: 1,
    key: "API_KEY",
    decrypted_value: "s3cret",
    environment: 1,
    environment_name: "production",
    ...made,
  };

  test("are read, changed and deleted", async () => {
    expect((await ann.get("/api/variables/1/")).body).toEqual(apiKey);
    expect((await ann.get("/api/environments/1/variables/")).body).toEqual({
      count: 1,
      next: null,
      previous: null,
      results: [apiKey],
    });
    keynest.wait(1_000);
    const { body } = await ann.patch("/api/variables/1/", { value: "" });
    expect(body).toEqual({ ...apiKey, decrypted_value: "", updated_at: changed });
    expect((await ann.patch("/api/variables/1/", { key: "KEY2" })).body.key).toBe("KEY2");
    expect((await ann.delete("/api/variables/1/")).status).toBe(204);
    expect((await ann.get("/api/variables/1/")).status).toBe(404);
    expect((await ann.get("/api/environments/1/")).body.variable_count).toBe(0);
  });

  test("have keys that are unique in their environment", async () => {
    const again = await ann.post("/api/variables/", { key: "API_KEY", value: "2", environment: 1 });
    const details = "A variable with this key already exists in this environment.";
    expect([again.status, again.body]).toEqual([409, { error: "Resource already exists", details }]);
    await ann.post("/api/variables/", { key: "OTHER", value: "2", environment: 1 });
    const renamed = await ann.patch("/api/variables/2/", { key: "API_KEY" });
    expect([renamed.status, renamed.body]).toEqual(refusal("key", details));
    expect((await ann.patch("/api/variables/1/", { key: "API_KEY" })).status).toBe(200);
  });

  test.each(["lower", "1ST", "_X", "A-B", "A B", "A\n"])("refuses the key %j", async (key) => {
    const reply = await ann.post("/api/variables/", { key, value: "", environment: 1 });
    expect([reply.status, Object.keys(reply.body.details)]).toEqual([400, ["key"]]);
    expect((await ann.patch("/api/variables/1/", { key })).status).toBe(400);
  });
});

const reads: [string, string][] = [
  ["GET", "/api/projects/1/"],
  ["GET", "/api/projects/1/environments/"],
  ["GET", "/api/environments/1/"],
  ["GET", "/api/environments/1/export/"],
  ["GET", "/api/environments/1/variables/"],
  ["GET", "/api/variables/1/"],
];
const changes: [string, string, unknown][] = [
  ["PATCH", "/api/variables/1/", { value: "x" }],
  ["DELETE", "/api/variables/1/", undefined],
  ["PATCH", "/api/environments/1/", { description: "x" }],
  ["POST", "/api/environments/1/import/", "file"],
  ["DELETE", "/api/environments/1/", undefined],
  ["PATCH", "/api/projects/1/", { description: "x" }],
  ["DELETE", "/api/projects/1/", undefined],
];
const creations: [string, unknown][] = [
  ["/api/projects/", { name: "Mine", organization: 1 }],
  ["/api/environments/", { name: "mine", project: 1 }],
  ["/api/variables/", { key: "MINE", value: "", environment: 1 }],
];

/** @returns the status of each read, change and creation that Bob tries */
async function tryAll(): Promise<{ reads: number[]; creations: number[]; changes: number[] }> {
  const statuses = { reads: [] as number[], creations: [] as number[], changes: [] as number[] };
  for (const [, path] of reads) statuses.reads.push((await bob.get(path)).status);
  for (const [path, body] of creations) statuses.creations.push((await bob.post(path, body)).status);
  for (const [method, path, body] of changes) {
    const form = new FormData();
    form.append("file", new File(["X=1"], ".env"));
    statuses.changes.push((await bob.send(method, path, body === "file" ? form : body)).status);
  }
  return statuses;
}

const all = (list: unknown[], status: number) => list.map(() => status);

describe("who may do what", () => {
  test("a user sees nothing of other organizations", async () => {
    expect(await tryAll()).toEqual({
      reads: all(reads, 404),
      creations: all(creations, 400),
      changes: all(changes, 404),
    });
    for (const path of ["/api/projects/", "/api/environments/"]) expect((await bob.get(path)).body.count).toBe(0);
  });

  test("a viewer reads", async () => {
    await join("viewer");
    expect(await tryAll()).toEqual({
      reads: all(reads, 200),
      creations: all(creations, 403),
      changes: all(changes, 403),
    });
  });

  test("an editor changes projects, environments and variables", async () => {
    await join("editor");
    expect(await tryAll()).toEqual({
      reads: all(reads, 200),
      creations: all(creations, 201),
      changes: [200, 204, 200, 200, 204, 200, 204],
    });
  });

  test("objects keep the name of their creator after the creator has left", async () => {
    await join("editor");
    await bob.post("/api/variables/", { key: "BY_BOB", value: "", environment: 1 });
    await ann.delete(`/api/organizations/${ann.organization}/remove_member/`, { user_id: bob.id });
    expect((await ann.get("/api/variables/2/")).body.created_by_name).toBe("bob");
    expect((await bob.get("/api/variables/2/")).status).toBe(404);
  });
});

import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type Caller, PASSWORD, type Registered, startKeyNest, type TestKeyNest } from "../../support/start-keynest.ts";

const DAY_MS = 86_400_000;

let keynest: TestKeyNest;
let ann: Registered;
beforeAll(async () => {
  keynest = await startKeyNest({ pageSize: 100 });
});
beforeEach(async () => {
  await keynest.reset();
  ann = await keynest.register("ann");
});
afterAll(() => keynest.mock.close());

/** @returns what was done, the latest first */
async function actions(caller: Caller, query = ""): Promise<string[]> {
  const { body } = await caller.get(`/api/audit-logs/${query}`);
  return body.results.map(({ action }: { action: string }) => action);
}

test("list every change, the latest first", async () => {
  const bob = await keynest.register("bob");
  const organization = `/api/organizations/${ann.organization}`;
  const form = new FormData();
  form.append("file", new File(["B=1"], ".env"));
  await ann.patch(`${organization}/`, { description: "Mine" });
  await ann.post(`${organization}/invite_member/`, { email: "bob@example.com", role: "viewer" });
  await ann.patch(`${organization}/update_member_role/`, { user_id: bob.id, role: "editor" });
  await ann.delete(`${organization}/remove_member/`, { user_id: bob.id });
  await ann.post("/api/projects/", { name: "Web", organization: ann.organization });
  await ann.patch("/api/projects/1/", { description: "Shop" });
  await ann.post("/api/environments/", { name: "staging", project: 1 });
  await ann.patch("/api/environments/1/", { description: "Nearly" });
  await ann.post("/api/variables/", { key: "A", value: "s3cret", environment: 1 });
  await ann.patch("/api/variables/1/", { value: "s3cret" });
  await ann.delete("/api/variables/1/");
  await ann.post("/api/environments/1/import/", form);
  await ann.get("/api/environments/1/export/");
  await ann.delete("/api/environments/1/");
  await ann.delete("/api/projects/1/");
  const { body } = await ann.get("/api/audit-logs/");
  expect(body.results.map(({ action }: { action: string }) => action)).toEqual([
    "project_deleted",
    "environment_deleted",
    "environment_exported",
    "environment_imported",
    "variable_deleted",
    "variable_updated",
    "variable_created",
    "environment_updated",
    "environment_created",
    "project_updated",
    "project_created",
    "member_removed",
    "member_role_changed",
    "member_added",
    "organization_updated",
    "user_registered",
    "organization_created",
  ]);
  expect(JSON.stringify(body)).not.toContain("s3cret");
  expect(body.results[6]).toEqual({
    id: expect.any(Number),
    user_name: "ann",
    user_email: "ann@example.com",
    action: "variable_created",
    target_type: "variable",
    target_id: 1,
    details: { variable_key: "A", environment_name: "staging" },
    ip_address: "127.0.0.1",
    timestamp: "2026-01-01T00:00:00Z",
  });
});

test("show the user's organizations and own logins", async () => {
  const bob = await keynest.register("bob");
  await keynest.anybody.post("/api/auth/login/", { email: "bob@example.com", password: PASSWORD });
  expect(await actions(ann)).toEqual(["user_registered", "organization_created"]);
  expect(await actions(bob)).toEqual(["user_login", "user_registered", "organization_created"]);
  await ann.post(`/api/organizations/${ann.organization}/invite_member/`, { email: "bob@example.com", role: "viewer" });
  expect(await actions(bob, "?user=1")).toEqual(["member_added", "organization_created"]);
});

test("are filtered by user, action, kind and day", async () => {
  keynest.wait(DAY_MS - 1);
  await ann.post("/api/projects/", { name: "Late", organization: ann.organization });
  keynest.wait(1);
  await ann.post("/api/projects/", { name: "Early", organization: ann.organization });
  const projects = ["project_created", "project_created"];
  expect(await actions(ann, "?target_type=project")).toEqual(projects);
  expect(await actions(ann, "?action=project_created&user=1")).toEqual(projects);
  expect(await actions(ann, "?user=2")).toEqual([]);
  expect(await actions(ann, "?date_from=2026-01-02")).toEqual(["project_created"]);
  expect(await actions(ann, "?target_type=project&date_to=2026-01-01")).toEqual(["project_created"]);
  expect(await actions(ann, "?target_type=project&date_from=2026-01-01&date_to=2026-01-02")).toEqual(projects);
});

test("a request that is refused leaves no entry", async () => {
  const before = await actions(ann);
  await ann.post("/api/projects/", { name: "Not mine", organization: 9 });
  await keynest.anybody.post("/api/auth/login/", { email: "ann@example.com", password: "wrong" });
  expect(await actions(ann)).toEqual(before);
});

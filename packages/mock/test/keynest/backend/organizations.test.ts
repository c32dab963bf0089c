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
});
afterAll(() => keynest.mock.close());

const forbidden = { error: "Permission denied", details: "You do not have permission to perform this action." };
const notFound = { error: "Not found", details: "The requested resource does not exist.", code: "NOT_FOUND" };

/** Makes Bob a member of Ann's organization. */
const invite = (role: string) =>
  ann.post(`/api/organizations/${ann.organization}/invite_member/`, { email: "Bob@example.com", role });

describe("organizations", () => {
  test("are created, read, changed and deleted", async () => {
    const { status, body } = await ann.post("/api/organizations/", { name: "Acme Corp" });
    expect([status, body]).toEqual([
      201,
      {
        id: 3,
        name: "Acme Corp",
        description: null,
        created_at: "2026-01-01T00:00:00Z",
        updated_at: "2026-01-01T00:00:00Z",
        member_count: 1,
        project_count: 0,
        user_role: "admin",
      },
    ]);
    keynest.wait(1_000);
    const changed = await ann.patch("/api/organizations/3/", { description: "New" });
    const now = { ...body, description: "New", updated_at: "2026-01-01T00:00:01Z" };
    expect([changed.status, changed.body]).toEqual([200, now]);
    expect((await ann.get("/api/organizations/3/")).body).toEqual(now);
    const deleted = await ann.delete("/api/organizations/3/");
    expect([deleted.status, deleted.body]).toEqual([204, ""]);
    expect((await ann.get("/api/organizations/3/")).body).toEqual(notFound);
  });

  test("have names that are unique among those of a user", async () => {
    await ann.post("/api/organizations/", { name: "Acme Corp" });
    const again = await ann.post("/api/organizations/", { name: "Acme Corp" });
    const details = { name: ["You have an organization with this name already."] };
    expect([again.status, again.body]).toEqual([400, { error: "Validation failed", details }]);
    expect((await ann.patch(`/api/organizations/${ann.organization}/`, { name: "Acme Corp" })).status).toBe(400);
    expect((await ann.patch("/api/organizations/3/", { name: "Acme Corp" })).status).toBe(200);
    expect((await bob.post("/api/organizations/", { name: "Acme Corp" })).status).toBe(201);
  });

  test("are visible to their members alone", async () => {
    expect((await bob.get("/api/organizations/")).body.results).toMatchObject([{ id: bob.organization }]);
    for (const reply of [
      await bob.get(`/api/organizations/${ann.organization}/`),
      await bob.patch(`/api/organizations/${ann.organization}/`, { name: "Mine" }),
      await bob.delete(`/api/organizations/${ann.organization}/`),
      await bob.get(`/api/organizations/${ann.organization}/members/`),
    ]) {
      expect([reply.status, reply.body]).toEqual([404, notFound]);
    }
  });

  test.each(["viewer", "editor"])("are changed and deleted by no %s", async (role) => {
    await invite(role);
    expect((await bob.get(`/api/organizations/${ann.organization}/`)).body).toMatchObject({
      member_count: 2,
      user_role: role,
    });
    for (const reply of [
      await bob.patch(`/api/organizations/${ann.organization}/`, { name: "Mine" }),
      await bob.delete(`/api/organizations/${ann.organization}/`),
    ]) {
      expect([reply.status, reply.body]).toEqual([403, forbidden]);
    }
  });

  test("are deleted with everything in them", async () => {
    await ann.post("/api/projects/", { name: "Web", organization: ann.organization });
    await ann.post("/api/environments/", { name: "staging", project: 1 });
    await ann.post("/api/variables/", { key: "A", value: "1", environment: 1 });
    await ann.delete(`/api/organizations/${ann.organization}/`);
    for (const path of ["/api/projects/1/", "/api/environments/1/", "/api/variables/1/"]) {
      expect((await ann.get(path)).status).toBe(404);
    }
    // Ids are not given again.
    await ann.post("/api/organizations/", { name: "Next" });
    expect((await ann.post("/api/projects/", { name: "Web", organization: 3 })).body.id).toBe(2);
  });
});

describe("members", () => {
  const path = (action: string) => `/api/organizations/${ann.organization}/${action}/`;

  test("are invited, and listed with more details for administrators", async () => {
    keynest.wait(500);
    const { status, body } = await invite("viewer");
    const member = {
      id: bob.id,
      email: "bob@example.com",
      username: "bob",
      role: "viewer",
      joined_at: "2026-01-01T00:00:00.500000+00:00",
    };
    expect([status, body]).toEqual([201, { message: "User has been added to ann's Organization as viewer", member }]);
    const { body: list } = await ann.get(path("members"));
    expect(list.total_count).toBe(2);
    expect(list.members[1]).toEqual({ ...member, last_login: null, is_active: true });
    expect((await bob.get(path("members"))).body.members[1]).toEqual(member);
  });

  test("are invited once, and by address", async () => {
    await invite("viewer");
    const again = await invite("admin");
    expect([again.status, again.body]).toEqual([400, { error: "User is already a member of this organization" }]);
    const unknown = await ann.post(path("invite_member"), { email: "eve@example.com", role: "viewer" });
    expect([unknown.status, unknown.body.error]).toEqual([404, "Not found"]);
  });

  test("get other roles, and are removed", async () => {
    await invite("viewer");
    const { body } = await ann.patch(path("update_member_role"), { user_id: bob.id, role: "editor" });
    const member = { email: "bob@example.com", username: "bob", role: "editor" };
    expect(body).toEqual({ message: "Role updated successfully", member: { id: bob.id, ...member } });
    const removed = await ann.delete(path("remove_member"), { user_id: bob.id });
    expect(removed.body).toEqual({
      message: "User has been removed from ann's Organization",
      removed_member: member,
    });
    expect((await bob.get(`/api/organizations/${ann.organization}/`)).status).toBe(404);
    expect((await ann.delete(path("remove_member"), { user_id: bob.id })).status).toBe(404);
    expect((await ann.patch(path("update_member_role"), { user_id: bob.id, role: "admin" })).status).toBe(404);
  });

  test("the last administrator stays one", async () => {
    const role = await ann.patch(path("update_member_role"), { user_id: ann.id, role: "viewer" });
    expect([role.status, role.body]).toEqual([400, { error: "You cannot change your own role" }]);
    const removal = await ann.delete(path("remove_member"), { user_id: ann.id });
    expect([removal.status, removal.body.error]).toEqual([400, "You cannot remove yourself from the organization"]);
    await invite("admin");
    expect((await bob.patch(path("update_member_role"), { user_id: ann.id, role: "viewer" })).status).toBe(200);
    expect((await ann.delete(path("remove_member"), { user_id: bob.id })).status).toBe(403);
  });

  test.each(["viewer", "editor"])("are managed by no %s", async (role) => {
    await invite(role);
    for (const reply of [
      await bob.post(path("invite_member"), { email: "eve@example.com", role: "viewer" }),
      await bob.patch(path("update_member_role"), { user_id: bob.id, role: "admin" }),
      await bob.delete(path("remove_member"), { user_id: ann.id }),
    ]) {
      expect([reply.status, reply.body]).toEqual([403, forbidden]);
    }
  });
});

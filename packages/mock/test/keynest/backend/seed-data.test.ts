import { afterAll, beforeAll, expect, test } from "vitest";
import { startKeyNest, type TestKeyNest } from "../../support/start-keynest.ts";

let keynest: TestKeyNest;
beforeAll(async () => {
  keynest = await startKeyNest({ start: "examples" });
});
afterAll(() => keynest.mock.close());

const TOKEN = "9944b09199c62bcf9418ad846dd0e4bbdfc6ee4b";

test.each([
  ["/api/auth/profile/", { id: 1, username: "user", email: "user@example.com", full_name: "John Doe" }],
  ["/api/organizations/1/", { name: "Acme Corp", member_count: 2, project_count: 1, user_role: "admin" }],
  ["/api/projects/1/", { name: "Web Application", created_by_name: "John Doe", environment_count: 3 }],
  ["/api/environments/1/", { name: "production", environment_type: "production", variable_count: 3 }],
  ["/api/variables/2/", { key: "API_KEY", decrypted_value: "sk_live_abcd1234567890" }],
  ["/api/audit-logs/", { count: 1 }],
])("the token of the examples reads %s", async (path, expected) => {
  const { status, body } = await keynest.token(TOKEN).get(path);
  expect(status).toBe(200);
  expect(body).toMatchObject(expected);
});

test("the logins in the examples work", async () => {
  const password = "securepassword123";
  const logins = [
    await keynest.anybody.post("/api/auth/login/", { email: "user@example.com", password }),
    await keynest.anybody.post("/authentication/new/", { username: "user", password }),
    await keynest.anybody.post("/auth/access-token", new URLSearchParams({ username: "jane@example.com", password })),
    await keynest.anybody.get("/auth/access-token?key=occ-2f9a7c41d8e64b0b"),
    await keynest.as({ "X-ADMIN-KEY": "123abc" }).get("/auth/list_clients"),
  ];
  expect(logins.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
});

test("a request can prefer a status, as without state", async () => {
  const { status } = await keynest.as({ Authorization: `Token ${TOKEN}`, Prefer: "code=429" }).get("/api/projects/");
  expect(status).toBe(429);
});

test("reset restores the examples", async () => {
  await keynest.token(TOKEN).delete("/api/organizations/1/");
  expect((await keynest.token(TOKEN).get("/api/projects/1/")).status).toBe(404);
  await keynest.reset();
  expect((await keynest.token(TOKEN).get("/api/projects/1/")).status).toBe(200);
});

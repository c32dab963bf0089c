import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { PASSWORD, startKeyNest, type TestKeyNest } from "../../support/start-keynest.ts";

let keynest: TestKeyNest;
beforeAll(async () => {
  keynest = await startKeyNest();
});
beforeEach(() => keynest.reset());
afterAll(() => keynest.mock.close());

const ann = { username: "ann", email: "ann@example.com", password: PASSWORD, confirm_password: PASSWORD };

describe("registration", () => {
  test("gives a token that works, and an organization of the user's own", async () => {
    const { status, body } = await keynest.anybody.post("/api/auth/register/", { ...ann, first_name: "Ann" });
    expect(status).toBe(201);
    expect(body).toMatchObject({
      message: "User registered successfully",
      token: expect.stringMatching(/^[0-9a-f]{40}$/),
      user: { id: 1, username: "ann", full_name: "Ann", last_name: "", date_joined: "2026-01-01T00:00:00Z" },
      organization: { id: 1, name: "Ann's Organization" },
    });
    const { body: profile } = await keynest.token(body.token).get("/api/auth/profile/");
    expect(profile).toEqual({ ...body.user, last_login: null, is_active: true });
    const { body: organization } = await keynest.token(body.token).get("/api/organizations/1/");
    expect(organization).toMatchObject({ name: "Ann's Organization", member_count: 1, user_role: "admin" });
  });

  test.each([
    ["a name that is taken", { username: "ann" }, { username: ["A user with that username already exists."] }],
    ["an address that is taken", { email: "Ann@Example.com" }, { email: ["A user with this email already exists."] }],
    ["a name with a hyphen", { username: "a-b" }, { username: [expect.stringContaining("letters, digits")] }],
    ["two passwords", { confirm_password: "another one" }, { confirm_password: ["Passwords do not match."] }],
    [
      "a common password",
      { password: "Password123", confirm_password: "Password123" },
      { password: ["This password is too common."] },
    ],
    ["no address", { email: undefined }, { email: ["This field is required."] }],
    ["no address that is one", { email: "bob" }, { email: ["Enter a valid email address."] }],
    ["a short name", { username: "b" }, { username: ["Ensure this field has at least 3 characters."] }],
    ["a null character", { first_name: "a\0" }, { first_name: ["Null characters are not allowed."] }],
    ["half a character", { first_name: "\ud800" }, { first_name: ["Surrogate characters are not allowed."] }],
  ])("refuses %s", async (_, wrong, details) => {
    await keynest.register("ann");
    const bob = { ...ann, username: "bob", email: "bob@example.com" };
    const { status, body } = await keynest.anybody.post("/api/auth/register/", { ...bob, ...wrong });
    expect([status, body]).toEqual([400, { error: "Validation failed", details }]);
  });
});

describe("login", () => {
  const login = { email: "ann@example.com", password: PASSWORD };

  test("gives a token for each login, and notes the time", async () => {
    const first = await keynest.register("ann");
    keynest.wait(1_500);
    const { status, body } = await keynest.anybody.post("/api/auth/login/", login);
    expect([status, body.user.id]).toEqual([200, first.id]);
    expect(body.token).not.toBe(first.token);
    const { body: profile } = await keynest.token(body.token).get("/api/auth/profile/");
    expect(profile.last_login).toBe("2026-01-01T00:00:01.500000Z");
  });

  test.each([
    ["a wrong password", { ...login, password: "wrong" }],
    ["an unknown address", { ...login, email: "bob@example.com" }],
  ])("refuses %s", async (_, body) => {
    await keynest.register("ann");
    const reply = await keynest.anybody.post("/api/auth/login/", body);
    expect([reply.status, reply.body]).toEqual([401, { error: "Invalid credentials" }]);
  });

  test("refuses a right password that comes with a stale token, as the real server does", async () => {
    await keynest.register("ann");
    expect((await keynest.token("0".repeat(40)).post("/api/auth/login/", login)).status).toBe(401);
  });

  test("a token stays until logout, and then the others stay", async () => {
    const user = await keynest.register("ann");
    const { body } = await keynest.anybody.post("/api/auth/login/", login);
    keynest.wait(10 * 365 * 86_400_000);
    expect((await user.post("/api/auth/logout/")).body).toEqual({ message: "Successfully logged out" });
    const refused = await user.get("/api/auth/profile/");
    expect([refused.status, refused.body.details]).toEqual([401, "Invalid token."]);
    expect((await keynest.token(body.token).get("/api/auth/profile/")).status).toBe(200);
  });
});

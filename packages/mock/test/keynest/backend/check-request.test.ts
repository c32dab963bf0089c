import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Caller, startKeyNest, type TestKeyNest } from "../../support/start-keynest.ts";

let keynest: TestKeyNest;
let user: Caller;
let admin: Caller;
let owner: Caller;
beforeAll(async () => {
  keynest = await startKeyNest({ start: "examples" });
  user = keynest.token("9944b09199c62bcf9418ad846dd0e4bbdfc6ee4b");
  admin = keynest.as({ "X-ADMIN-KEY": "123abc" });
  const form = new URLSearchParams({ username: "user", password: "securepassword123" });
  owner = keynest.bearer((await keynest.anybody.post("/auth/access-token", form)).body.access_token);
});
afterAll(() => keynest.mock.close());

describe("a request that breaks the description is refused", () => {
  test.each<[string, unknown, object]>([
    ["without a body", undefined, { non_field_errors: ["Body parameter is required"] }],
    ["with a list", [], { non_field_errors: ["Request body must be object"] }],
    ["without a field", { name: "Shop" }, { organization: ["This field is required."] }],
    ["with a short text", { name: "S", organization: 1 }, { name: ["Ensure this field has at least 2 characters."] }],
    [
      "with a long text",
      { name: "S".repeat(256), organization: 1 },
      { name: ["Ensure this field has no more than 255 characters."] },
    ],
    ["with a number for a text", { name: 1, organization: 1 }, { name: ["Not a valid string."] }],
    [
      "with a text for a number",
      { name: "Shop", organization: "one" },
      { organization: ["A valid integer is required."] },
    ],
    [
      "in several ways",
      { organization: null },
      { organization: ["A valid integer is required."], name: ["This field is required."] },
    ],
  ])("with a 400 by field, %s", async (_, body, details) => {
    const reply = await user.post("/api/projects/", body);
    expect([reply.status, reply.body]).toEqual([400, { error: "Validation failed", details }]);
  });

  test.each<[string, unknown, string]>([
    ["without a body", undefined, "Body parameter is required"],
    ["without a field", { license: "maker" }, "client_id is required"],
    ["with a number for a text", { client_id: 1, license: "maker" }, "client_id: Not a valid string."],
    ["with no ID", { client_id: "", license: "maker" }, "client_id is required"],
  ])("with a 400 in a sentence for clients, %s", async (_, body, error) => {
    const reply = await admin.post("/auth/create_client", body);
    expect([reply.status, reply.body]).toEqual([400, { error }]);
  });

  test.each<[string, unknown, object]>([
    ["without a body", undefined, { loc: ["body"], msg: "Body parameter is required", type: "required" }],
    ["without a field", {}, { loc: ["body", "name"], msg: "Field required", type: "missing" }],
    ["with a number for a text", { name: 1 }, { loc: ["body", "name"], msg: "Not a valid string.", type: "type" }],
  ])("with a 422 by place for keys, %s", async (_, body, problem) => {
    const reply = await owner.put("/keys/", body);
    expect([reply.status, reply.body]).toEqual([422, { detail: [problem] }]);
  });

  test("with a 404 for a path with an invalid ID", async () => {
    for (const id of ["x", "-1", "0x1", "1.0", "99999999999999999999"]) {
      expect((await user.get(`/api/projects/${id}/`)).body.code).toBe("NOT_FOUND");
    }
  });

  test("with a problem document if the description has no refusal", async () => {
    const { status, headers, body } = await keynest.anybody.post("/authentication/new/", { username: "user" });
    expect([status, headers.get("content-type")]).toEqual([422, "application/problem+json"]);
    expect(body.detail).toBe("Request body must have required property 'password'.");
  });

  test("for its credential first, so that callers without one learn nothing", async () => {
    expect((await keynest.anybody.post("/api/projects/", [])).status).toBe(401);
    expect((await keynest.anybody.get("/api/projects/x/")).status).toBe(401);
  });
});

test("undocumented fields are ignored, whatever their names and values", async () => {
  const body = JSON.parse(
    '{"name":"Shop","organization":1,"more":"\\u0000","constructor":"\\u0000","__proto__":"\\u0000"}',
  );
  expect((await user.post("/api/projects/", body)).status).toBe(201);
});

import { inspect } from "node:util";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { isMockError, type Mock, startMock } from "../../src/index.ts";

let mock: Mock;

beforeAll(async () => {
  mock = await startMock();
});

afterEach(() => mock.forget());

afterAll(() => mock.close());

const SECRET = "hunter2-hunter2";
const auth = { Authorization: `Token ${SECRET}` };
const postJson = (path: string, body: unknown, headers = {}): Promise<Response> =>
  fetch(mock.url + path, {
    method: "POST",
    body: JSON.stringify(body),
    headers: { "Content-Type": "application/json", ...headers },
  });

test("requests are recorded with operation, query, body and status", async () => {
  await fetch(`${mock.url}/api/projects/?search=web&page=2`, { headers: auth });
  await postJson("/api/projects/", { name: "Web", organization: 1 }, auth);
  expect(mock.requests).toMatchObject([
    { operationId: "listProjects", method: "GET", path: "/api/projects/", query: { search: "web", page: "2" } },
    { operationId: "createProject", method: "POST", body: { name: "Web", organization: 1 }, status: 201 },
  ]);
});

test("no record shows a secret, in headers, JSON, forms, files, queries or undocumented requests", async () => {
  await postJson("/api/auth/login/", { email: "user@example.com", password: SECRET });
  await postJson("/api/variables/", { key: "A", value: SECRET, environment: 1 }, { ...auth, Cookie: SECRET });
  const form = new URLSearchParams({ username: "user", password: SECRET, client_secret: SECRET });
  await fetch(`${mock.url}/auth/access-token`, { method: "POST", body: form });
  const file = new FormData();
  file.set("file", new Blob([`A=${SECRET}`]), ".env");
  await fetch(`${mock.url}/api/environments/1/import/`, { method: "POST", body: file, headers: auth });
  await fetch(`${mock.url}/auth/access-token?key=${SECRET}`);
  await fetch(`${mock.url}/auth/list_clients`, { headers: { "X-ADMIN-KEY": SECRET } });
  await postJson("/nowhere", { password: SECRET }, { "X-Api-Key": SECRET });
  await postJson("/api/auth/login/", SECRET);
  expect(mock.requests).toHaveLength(8);
  expect(inspect(mock.requests, { depth: 9 })).not.toContain(SECRET);
  expect(mock.requests[0]?.body).toEqual({ email: "user@example.com", password: "[redacted]" });
  expect(mock.requests[2]?.body).toMatchObject({ username: "user", password: "[redacted]" });
});

test("violations say operation, location and message", async () => {
  await postJson("/api/projects/", { name: 7, organization: 1 }, auth);
  expect(mock.violations).toMatchObject([
    {
      operationId: "createProject",
      method: "POST",
      path: "/api/projects/",
      location: ["request", "body", "name"],
      message: "Request body property name must be string",
    },
  ]);
});

test("an undocumented parameter or field is ignored, and is a violation", async () => {
  const response = await postJson("/api/projects/?drafts=1", { name: "Web", organization: 1, descripton: "x" }, auth);
  expect(response.status).toBe(201);
  expect(response.headers.get("sl-violations")).toBeNull();
  const form = new FormData();
  form.set("file", new Blob(["A=1"]), ".env");
  form.set("overwrit", "true");
  await fetch(`${mock.url}/api/environments/1/import/?__delay=1`, { method: "POST", body: form, headers: auth });
  expect(mock.violations.map(({ severity, location }) => `${severity} ${location.join(".")}`)).toEqual([
    "Warning request.query.drafts",
    "Warning request.body.descripton",
    "Warning request.body.overwrit",
  ]);
});

test("an undocumented body is ignored, and is a violation", async () => {
  expect((await postJson("/api/auth/logout/", {}, auth)).status).toBe(200);
  expect((await fetch(`${mock.url}/api/projects/1/`, { method: "DELETE", headers: auth })).status).toBe(204);
  expect(mock.violations.map(({ severity, location, message }) => [severity, location.join("."), message])).toEqual([
    ["Warning", "request.body", "The operation takes no body"],
  ]);
});

test("expectNoViolations throws a list of the violations, if there are any", async () => {
  await fetch(`${mock.url}/api/projects/`, { headers: auth });
  mock.expectNoViolations();
  await fetch(`${mock.url}/api/projects/`);
  await fetch(`${mock.url}/api/projects`, { headers: auth });
  await postJson("/api/projects/", "no object", auth);
  let error: unknown;
  try {
    mock.expectNoViolations();
  } catch (thrown) {
    error = thrown;
  }
  expect(isMockError(error) && error.code).toBe("contract-broken");
  expect(String(error).split("\n")).toEqual([
    "MockError: The exchange with the mock server broke the description:",
    "  listProjects (GET /api/projects/): request: Request lacks the credential of TokenAuth or JWTAuth",
    "  GET /api/projects: request: Route not resolved, no path matched: There is no /api/projects, but /api/projects/; the slash at the end is part of a path",
    "  createProject (POST /api/projects/): request.body: Request body must be object",
  ]);
});

test("a body that is not JSON is a violation, and its text is not shown", async () => {
  const headers = { ...auth, "Content-Type": "application/json" };
  await fetch(`${mock.url}/api/variables/`, { method: "POST", body: `{"value":"${SECRET}`, headers });
  expect(mock.violations).toMatchObject([{ operationId: "createVariable", location: ["request", "body"] }]);
  expect(inspect(mock.requests, { depth: 9 })).not.toContain(SECRET);
});

test.each([
  ["what is not JSON", "/api/variables/", `{"key":"A","value": ${SECRET}}`],
  ["a list of texts", "/api/auth/login/", JSON.stringify(["user@example.com", SECRET, [SECRET]])],
])("the secret in %s is not shown", async (_, path, body) => {
  const headers = { ...auth, "Content-Type": "application/json" };
  const response = await fetch(mock.url + path, { method: "POST", body, headers });
  expect(response.status).toBe(400);
  expect((await response.text()) + response.headers.get("sl-violations")).not.toContain("hunter2");
  expect(mock.violations).toHaveLength(1);
  expect(inspect(mock.requests, { depth: 9 })).not.toContain("hunter2");
});

test.each(["key", "api-key", "auth_token", "jwt", "pwd", "X-Signature", "token[]"])(
  "the query parameter %s is not shown of what has no such parameter",
  async (name) => {
    await fetch(`${mock.url}/auth/access-token/?${name}=${SECRET}`);
    await fetch(`${mock.url}/api/projects/?${name}=${SECRET}`, { headers: auth });
    expect(mock.requests.map(({ query }) => query)).toEqual([{ [name]: "[redacted]" }, { [name]: "[redacted]" }]);
  },
);

test.each(["Authentication", "X-Auth", "X-JWT", "X-Session", "X-SID", "X-CSRF"])(
  "the header %s is not shown",
  async (name) => {
    await fetch(`${mock.url}/health/`, { headers: { [name]: SECRET } });
    expect(mock.requests[0]?.headers[name.toLowerCase()]).toBe("[redacted]");
  },
);

test("each mock has its own records", async () => {
  await using other = await startMock();
  await fetch(`${other.url}/health/`);
  expect(mock.requests).toEqual([]);
  expect(other.requests).toHaveLength(1);
});

test("onRequest is called after each response", async () => {
  const seen: unknown[] = [];
  await using other = await startMock({ onRequest: ({ operationId, status }) => seen.push([operationId, status]) });
  await fetch(`${other.url}/health/`);
  expect(seen).toEqual([["getHealth", 200]]);
});

test("dynamic responses fit the description, and a seed makes them the same", async () => {
  await using dynamic = await startMock({ dynamic: true, seed: "seven" });
  const get = async () => await (await fetch(`${dynamic.url}/api/projects/1/`, { headers: auth })).json();
  const first = await get();
  expect(await get()).toEqual(first);
  dynamic.expectNoViolations();
  await using other = await startMock({ dynamic: true, seed: "eight" });
  const another = await (await fetch(`${other.url}/api/projects/1/`, { headers: auth })).json();
  expect(another).not.toEqual(first);
});

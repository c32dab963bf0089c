import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { type Contract, createContract } from "../../src/contract/contract.ts";
import { responseFindings } from "../../src/findings/response-findings.ts";
import { keyNestOperations } from "../support/keynest-operations.ts";

let contract: Contract;

beforeAll(async () => {
  contract = createContract(keyNestOperations);
});

const limits = { "x-ratelimit-limit": "9", "x-ratelimit-remaining": "8", "x-ratelimit-reset": "1642248000" };

const project = {
  id: 1,
  name: "Web",
  description: null,
  organization: 1,
  organization_name: "Acme",
  created_at: "2025-08-30T10:30:00Z",
  updated_at: "2025-08-30T10:30:00.123456+02:00",
  created_by_name: "John Doe",
  environment_count: 3,
};

const organization = {
  id: 1,
  name: "Acme",
  description: null,
  created_at: "2025-08-30T10:30:00Z",
  updated_at: "2025-08-30T10:30:00Z",
  member_count: 1,
  project_count: 0,
  user_role: "admin",
};

const variable = {
  id: 1,
  key: "API_KEY",
  decrypted_value: "hush-hush",
  environment: 1,
  environment_name: "production",
  created_at: "2025-08-30T10:30:00Z",
  updated_at: "2025-08-30T10:30:00Z",
  created_by_name: "John Doe",
};

const page = (...results: unknown[]): unknown => ({ count: results.length, next: null, previous: null, results });

/** Findings in short: category, place, message, and what came. */
function check(name: string, status: number, body: unknown, headers: Record<string, string> = {}): string[] {
  const operation = contract.operations.find(({ iid }) => iid === name);
  if (!operation) throw new Error(`No operation ${name}`);
  const bytes = Buffer.from(typeof body === "string" ? body : body === undefined ? "" : JSON.stringify(body));
  const response = { status, headers: { "content-type": "application/json", ...limits, ...headers }, bytes };
  return responseFindings(contract, operation, response).map(
    ({ severity, category, place, message, came }) =>
      `${severity === "remark" ? "remark " : ""}${[category, place, message, came ?? ""].join("|")}`,
  );
}

const text = { "content-type": "text/plain; charset=utf-8" };
const html = { "content-type": "text/html; charset=utf-8" };

test("a response as documented is clean", () => {
  expect(check("getProject", 200, project)).toEqual([]);
  expect(check("listProjects", 200, page(project, project))).toEqual([]);
  expect(check("deleteProject", 204, undefined)).toEqual([]);
  expect(check("exportEnvironment", 200, "A=1\n", text)).toEqual([]);
  expect(check("getProject", 404, { error: "Not found", details: { name: ["No."] } })).toEqual([]);
});

test.each<[string, unknown, string]>([
  ["a missing field", { ...project, name: undefined }, "missing-field|name|is required|"],
  ["an integer as a string", { ...project, id: "1" }, 'wrong-type|id|must be integer|"1"'],
  ["a null", { ...project, name: null }, "wrong-type|name|must be string|null"],
  [
    "an invalid date",
    { ...project, created_at: "today" },
    'wrong-value|created_at|must match format "date-time"|"today"',
  ],
  ["an array for an object", [project], "wrong-type||must be object|a list of 1"],
])("%s is found", (_, body, finding) => {
  const found = check("getProject", 200, body);
  expect(found).toHaveLength(1);
  expect(found[0]).toContain(finding);
});

test("a renamed field is a missing one and an undocumented one", () => {
  const { name, ...rest } = project;
  const found = check("listProjects", 200, page(project, { ...rest, title: name }));
  expect(found.map((finding) => finding.split("|", 2).join(" "))).toEqual([
    "missing-field results[].name",
    "undocumented-field results[].title",
  ]);
});

test("an unknown value of an enumeration is found, even among alternatives", () => {
  expect(check("getOrganization", 200, { ...organization, user_role: null })).toEqual([]);
  expect(check("getOrganization", 200, { ...organization, user_role: "owner" })).toEqual([
    'wrong-value|user_role|must be equal to one of the allowed values: admin, editor, viewer|"owner"',
  ]);
  expect(check("getProject", 404, { error: "No", details: 7 })).toEqual([
    "wrong-type|details|must be string or object|7",
  ]);
  expect(check("getProject", 404, { error: "No", details: { name: "No." } })).toEqual([
    'wrong-type|details.name|must be array|"No."',
  ]);
});

test("fields of an open object are all documented", () => {
  const api = { message: "Hello", version: "1", endpoints: { anything: "/any/" } };
  expect(check("getApiStatus", 200, api)).toEqual([]);
  expect(check("getApiStatus", 200, { ...api, endpoints: { anything: 1 } })).toEqual([
    "wrong-type|endpoints.anything|must be string|1",
  ]);
});

test("an HTML page is one finding", () => {
  const body = "<!doctype html><title>Server Error (500)</title>";
  expect(check("listProjects", 500, body, html)).toEqual([
    "html-page||an HTML page came instead of data, and the status 500 is not documented|“Server Error (500)”",
  ]);
  expect(check("listProjects", 200, body)).toEqual([
    "html-page||an HTML page came instead of data|“Server Error (500)”",
  ]);
});

test("an undocumented status is named, and a redirect with its target", () => {
  expect(check("getProject", 418, { error: "Teapot" })).toEqual([
    "undocumented-status||the documented statuses are 200, 401, 403, 404, 429|418 {error}",
  ]);
  expect(check("getHealth", 301, undefined, { location: "https://elsewhere.example/health/?t=hush" })).toEqual([
    "undocumented-status||the documented statuses are 200|301 to https://elsewhere.example/health/",
  ]);
});

test("a wrong content type is named, and a JSON body is checked anyway", () => {
  expect(check("getProject", 200, project, text)).toEqual([
    "wrong-content-type|Content-Type|must be application/json|text/plain; charset=utf-8",
  ]);
  expect(check("getProject", 200, { ...project, id: "1" }, text)).toHaveLength(2);
  expect(check("getProject", 200, "plain", text)).toHaveLength(1);
});

test("a missing, unreadable or undocumented body is named", () => {
  expect(check("getProject", 200, undefined)).toEqual(["missing-body||must be application/json|no body"]);
  expect(check("getProject", 200, '{"id":')).toEqual(["unreadable-body||must be JSON|text of 6 characters"]);
  expect(check("deleteVariable", 204, "gone")).toEqual(["undocumented-body||no body is documented|4 bytes"]);
});

test("an object in place of a page is one finding", () => {
  expect(check("listProjects", 200, project)).toEqual([expect.stringMatching(/^not-a-page\|\|/)]);
  expect(check("listProjects", 200, [project])).toEqual([expect.stringMatching(/^not-a-page\|\|/)]);
});

test("a missing documented header is a remark, one of a wrong type a violation", () => {
  const found = check("getProject", 200, project, { "x-ratelimit-limit": "many" });
  expect(found).toEqual(["wrong-header|x-ratelimit-limit|must be integer|"]);
  const bytes = Buffer.from(JSON.stringify(project));
  const operation = contract.operations.find(({ iid }) => iid === "getProject");
  const response = { status: 200, headers: { "content-type": "application/json" }, bytes };
  expect(
    operation && responseFindings(contract, operation, response).map(({ severity, place }) => [severity, place]),
  ).toEqual([
    ["remark", "X-RateLimit-Limit"],
    ["remark", "X-RateLimit-Remaining"],
    ["remark", "X-RateLimit-Reset"],
  ]);
});

test("secrets are not shown, neither marked ones nor those in undocumented fields", () => {
  const wrong = { ...variable, decrypted_value: { text: "hush-hush" }, shadow: "hush-hush" };
  const found = check("getVariable", 200, wrong);
  expect(found).toEqual([
    "wrong-type|decrypted_value|must be string|[redacted]",
    "undocumented-field|shadow|is not documented|text of 9 characters",
  ]);
});

test("control characters of a server do not reach the terminal", () => {
  const found = check("getProject", 200, { ...project, id: "\u001b[2J", "\u001b[31m": 1 });
  expect(found.join()).not.toContain("\u001b");
});

test("any response gets findings, never an exception", () => {
  const bodies = fc.oneof(
    fc.json(),
    fc.string(),
    fc.jsonValue().map((value) => JSON.stringify(page(value))),
  );
  const types = fc.oneof(fc.constantFrom("application/json", "text/plain", "text/html", "a/b; c"), fc.string());
  fc.assert(
    fc.property(fc.nat(50), fc.integer({ min: 200, max: 599 }), types, bodies, (index, status, type, body) => {
      const operation = contract.operations[index % contract.operations.length];
      if (!operation) return;
      const response = { status, headers: { "content-type": type }, bytes: Buffer.from(body) };
      for (const { message, category } of responseFindings(contract, operation, response)) {
        expect(category).toBeTruthy();
        expect(message).toBeTruthy();
      }
    }),
  );
});

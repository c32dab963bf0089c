import { afterAll, beforeAll, expect, test } from "vitest";
import { type Mock, startMock } from "../../../src/index.ts";
import type { Report, Summary } from "../../../src/verify/report.ts";
import { changeJson, type Passing, plant } from "../../support/plant.ts";
import { findingsOf, runVerify } from "../../support/run-verify.ts";

let mock: Mock;

beforeAll(async () => {
  mock = await startMock({ stateful: true });
});

afterAll(() => mock.close());

// What the mock starts with.
const env = {
  KEYNEST_TOKEN: "9944b09199c62bcf9418ad846dd0e4bbdfc6ee4b",
  KEYNEST_ADMIN_KEY: "123abc",
  KEYNEST_EMAIL: "user@example.com",
  KEYNEST_PASSWORD: "securepassword123",
};

interface Page {
  count: number;
  next: string | null;
  results: Record<string, unknown>[];
}

/** Changes the successes of one path. */
const at =
  (path: string, change: (passing: Passing) => void) =>
  (passing: Passing): void => {
    if (passing.method === "GET" && passing.path === path && passing.status === 200) change(passing);
  };

const inObject = (path: string, change: (body: Record<string, unknown>) => unknown) =>
  at(path, (passing) => changeJson(passing, change));

const inRows = (path: string, change: (row: Record<string, unknown>) => unknown) =>
  at(path, (passing) => changeJson<Page>(passing, (page) => ({ ...page, results: page.results.map(change) })));

const html = "<!DOCTYPE html><html><head><title>Server Error (500)</title></head><body></body></html>";

test.each<[string, (passing: Passing) => void, string[]]>([
  ["a missing field", inObject("/api/projects/1/", ({ name: _, ...rest }) => rest), ["getProject: missing-field name"]],
  [
    "a renamed field",
    inRows("/api/projects/", ({ environment_count, ...rest }) => ({ ...rest, environments: environment_count })),
    [
      "listProjects: missing-field results[].environment_count",
      "listProjects: undocumented-field results[].environments",
    ],
  ],
  [
    "an integer as a string",
    inRows("/api/audit-logs/", (row) => ({ ...row, target_id: String(row.target_id) })),
    ["listAuditLogs: wrong-type results[].target_id"],
  ],
  [
    "an extra status",
    at("/api/organizations/1/", (passing) => {
      passing.status = 206;
    }),
    ["getOrganization: undocumented-status"],
  ],
  [
    "an HTML error",
    at("/api/organizations/1/members/", (passing) => {
      passing.status = 500;
      passing.headers.set("Content-Type", "text/html; charset=utf-8");
      passing.body = html;
    }),
    ["listOrganizationMembers: html-page"],
  ],
  [
    "a wrong content type",
    at("/api/auth/profile/", (passing) => passing.headers.set("Content-Type", "text/plain")),
    ["getProfile: wrong-content-type Content-Type"],
  ],
  [
    "a dropped header",
    at("/api/organizations/", (passing) => passing.headers.delete("X-RateLimit-Remaining")),
    ["listOrganizations: missing-header X-RateLimit-Remaining"],
  ],
  [
    "a null where none may be",
    inObject("/api/environments/1/", (body) => ({ ...body, project_name: null })),
    ["getEnvironment: wrong-type project_name"],
  ],
  [
    "an unknown enum value",
    inRows("/api/environments/", (row) => ({ ...row, environment_type: "sandbox" })),
    ["listEnvironments: wrong-value results[].environment_type"],
  ],
  [
    "a bare object for a page",
    at("/api/projects/1/environments/", (passing) => changeJson<Page>(passing, (page) => page.results[0])),
    ["listProjectEnvironments: not-a-page"],
  ],
  [
    "an off-by-one count",
    at("/api/environments/1/variables/", (passing) =>
      changeJson<Page>(passing, (page) => ({ ...page, count: page.count + 1 })),
    ),
    ["listEnvironmentVariables: wrong-count count"],
  ],
  [
    "a number of members that is not theirs",
    inObject("/api/organizations/1/members/", (body) => ({ ...body, total_count: 1 })),
    ["listOrganizationMembers: wrong-count total_count"],
  ],
])("%s is found, at its operation, and nothing else", async (_, change, findings) => {
  await using changed = await plant(mock.url, change);
  const ran = await runVerify(["--target", changed.url, "--json"], env);
  expect(findingsOf(ran)).toEqual(findings);
  expect(ran.code).toBe(1);
});

test("a response with a wrong content type still provides the IDs for other operations", async () => {
  await using changed = await plant(
    mock.url,
    at("/api/projects/", (passing) => passing.headers.set("Content-Type", "text/plain")),
  );
  const ran = await runVerify(["--target", changed.url, "--json"], env);
  expect(findingsOf(ran)).toEqual(["listProjects: wrong-content-type Content-Type"]);
  expect((JSON.parse(ran.stdout) as { summary: Summary }).summary.checked).toBe(17);
});

test("reading operations are clean against the mock", async () => {
  const ran = await runVerify(["--target", mock.url, "--json"], env);
  expect({ code: ran.code, findings: findingsOf(ran) }).toEqual({ code: 0, findings: [] });
  expect((JSON.parse(ran.stdout) as { summary: Summary }).summary).toMatchObject({
    checked: 17,
    violations: 0,
    remarks: 0,
  });
});

test("all operations are clean against the mock with --write, and leave a user and tokens behind", async () => {
  const ran = await runVerify(["--target", mock.url, "--json", "--write", "--register"], env);
  expect({ code: ran.code, findings: findingsOf(ran) }).toEqual({ code: 0, findings: [] });
  const { summary, leftovers } = JSON.parse(ran.stdout) as Report & { summary: Summary };
  expect(summary).toMatchObject({ operations: 51, checked: 51, violations: 0, remarks: 0 });
  expect(leftovers).toEqual([
    {
      what: expect.stringMatching(/^user keynest_verify_[0-9a-f]{10}$/),
      reason: "the API has no way to delete users",
      expected: true,
    },
    {
      what: "tokens that the checked logins issued",
      reason: "the API revokes no single one of them",
      expected: true,
    },
  ]);
});

test("no secret is in a report of all operations", async () => {
  const seen: string[] = [];
  await using watched = await plant(mock.url, ({ body }) => {
    for (const [, secret] of body.matchAll(
      /"(?:token|access|refresh|access_token|refresh_token|api_key|decrypted_value)":"([^"]+)"/g,
    )) {
      if (secret && !secret.includes("*")) seen.push(secret);
    }
  });
  const ran = await runVerify(["--target", watched.url, "--json", "--write", "--register"], env);
  expect(ran.code).toBe(0);
  expect(seen.length).toBeGreaterThan(10);
  for (const secret of [...seen, env.KEYNEST_TOKEN, env.KEYNEST_PASSWORD]) expect(ran.stdout).not.toContain(secret);
});

test("refused login credentials are reported in one sentence", async () => {
  const wrong = { ...env, KEYNEST_PASSWORD: "wrong-password" };
  const { code, stdout, stderr } = await runVerify(["--target", mock.url, "--write"], wrong);
  expect({ code, stdout, stderr }).toEqual({
    code: 2,
    stdout: "",
    stderr: "keynest-mock: The server refuses the email address or the password: it responded with 401 to loginUser.\n",
  });
});

test("an accepted invalid body is found, and the object that it created is deleted", async () => {
  await using lenient = await plant(mock.url, (passing) => {
    if (passing.method !== "POST" || passing.path !== "/api/variables/" || passing.status !== 400) return;
    passing.status = 201;
    const times = { created_at: "2025-08-30T10:30:00Z", updated_at: "2025-08-30T10:30:00Z" };
    const names = { environment_name: "verify", created_by_name: "J" };
    passing.body = JSON.stringify({ id: 1, key: "K", decrypted_value: "v", environment: 1, ...times, ...names });
  });
  expect(findingsOf(await runVerify(["--target", lenient.url, "--json", "--write"], env))).toEqual([
    "createVariable: unexpected-status",
  ]);
});

test("the scheme before a credential is not redacted", async () => {
  const ran = await runVerify(["--target", mock.url, "--header", `Authorization: Token ${env.KEYNEST_TOKEN}`]);
  expect(ran.stdout).toContain("createAccessTokenFromKey");
  expect(ran.stdout).not.toContain(env.KEYNEST_TOKEN);
});

test("a body that is nested too deeply is a finding", async () => {
  await using deep = await plant(mock.url, (passing) => {
    if (passing.path === "/api/projects/1/" && passing.status === 200)
      passing.body = `{"name":${"[".repeat(20_000)}${"]".repeat(20_000)}}`;
  });
  const ran = await runVerify(["--target", deep.url, "--json"], { KEYNEST_TOKEN: env.KEYNEST_TOKEN });
  expect({ code: ran.code, findings: findingsOf(ran) }).toEqual({ code: 1, findings: ["getProject: unreadable-body"] });
});

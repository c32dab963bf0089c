import fc from "fast-check";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type Mock, startMock } from "../../../src/index.ts";
import { keyNest } from "../../../src/keynest/default-api.ts";
import type { Report } from "../../../src/verify/report.ts";
import { verify } from "../../../src/verify/verify.ts";
import { parseVerifyOptions } from "../../../src/verify/verify-options.ts";
import { type Passing, plant } from "../../support/plant.ts";
import { canSignal, run } from "../../support/run.ts";
import { findingsOf, runVerify } from "../../support/run-verify.ts";

let mock: Mock;

beforeEach(async () => {
  mock = await startMock({ stateful: true });
});

afterEach(() => mock.close());

// What the mock starts with.
const env = {
  KEYNEST_TOKEN: "9944b09199c62bcf9418ad846dd0e4bbdfc6ee4b",
  KEYNEST_ADMIN_KEY: "123abc",
  KEYNEST_EMAIL: "user@example.com",
  KEYNEST_PASSWORD: "securepassword123",
};

/** Everything on the server that a run could leave behind. */
async function namesOnServer(): Promise<string[]> {
  const ask = async (path: string, headers: Record<string, string>): Promise<string> =>
    (await fetch(mock.url + path, { headers })).text();
  const form = new URLSearchParams({ username: env.KEYNEST_EMAIL, password: env.KEYNEST_PASSWORD });
  const login = await fetch(`${mock.url}/auth/access-token`, { method: "POST", body: form });
  const { access_token } = (await login.json()) as { access_token: string };
  const texts = await Promise.all([
    ask("/api/organizations/", { Authorization: `Token ${env.KEYNEST_TOKEN}` }),
    ask("/keys/", { Authorization: `Bearer ${access_token}` }),
    ask("/auth/list_clients", { "X-ADMIN-KEY": env.KEYNEST_ADMIN_KEY }),
  ]);
  for (const text of texts) expect(text).not.toContain("error");
  return texts.flatMap((text) => text.match(/keynest-verify-\w+/g) ?? []);
}

/** What is left, other than what nothing can take away. */
const unexpected = ({ leftovers }: Report): Report["leftovers"] => leftovers.filter(({ expected }) => !expected);

const isRequest =
  (method: string, path: string, status: number) =>
  (passing: Passing): boolean =>
    passing.method === method && passing.path === path && passing.status === status;

test.skipIf(!canSignal).each<["SIGINT" | "SIGTERM", string, ReturnType<typeof isRequest>]>([
  ["SIGINT", "its organization is created", isRequest("POST", "/api/organizations/", 201)],
  ["SIGTERM", "a variable is created", isRequest("POST", "/api/variables/", 201)],
  ["SIGINT", "an API key is created", isRequest("PUT", "/keys/", 200)],
  ["SIGTERM", "a client is registered", isRequest("POST", "/auth/create_client", 200)],
  ["SIGINT", "a project is read", isRequest("GET", "/api/projects/1/", 200)],
])("%s while %s leaves nothing behind", async (signal, _, isMoment) => {
  let interrupted = false;
  await using held = await plant(mock.url, async (passing) => {
    if (interrupted || !isMoment(passing)) return;
    interrupted = true;
    child.child.kill(signal);
    // The response comes when the signal has been seen.
    await child.complained("Interrupted");
  });
  const child = run("src/cli/cli.ts", ["verify", "--target", held.url, "--write", "--json"], {
    ...process.env,
    ...env,
  });
  const { code, stdout, stderr } = await child.ended;
  expect({ interrupted, code }).toEqual({ interrupted: true, code: 2 });
  expect(stderr).toMatch(/^keynest-mock: Interrupted\.\n(keynest-mock: Deleting .*keynest-verify-\w{10}.*\n)?$/);
  const report = JSON.parse(stdout) as Report & { summary: object };
  expect(report).toMatchObject({ interrupted: true, summary: { violations: 0 } });
  expect(unexpected(report)).toEqual([]);
  expect(await namesOnServer()).toEqual([]);
});

test("an interrupt at any moment leaves nothing behind", async () => {
  const options = parseVerifyOptions(["--target", mock.url, "--write"], env, keyNest);
  // As many requests as there are, and some more for the end.
  const moments = fc.integer({ min: 1, max: 180 });
  await fc.assert(
    fc.asyncProperty(moments, async (moment) => {
      const abort = new AbortController();
      let requests = 0;
      await using counted = await plant(mock.url, () => {
        requests += 1;
        if (requests === moment) abort.abort();
      });
      if (!options) return;
      const report = await verify({ ...options, target: counted.url }, abort.signal, { say() {}, onRequest() {} });
      expect(unexpected(report)).toEqual([]);
      expect(await namesOnServer()).toEqual([]);
    }),
    { numRuns: 10 },
  );
});

test("a request to clean up is retried if its response is lost", async () => {
  let deletions = 0;
  await using lossy = await plant(mock.url, (passing) => {
    if (isRequest("POST", "/api/organizations/", 201)(passing)) return "broken";
    if (passing.method !== "DELETE" || !passing.path.startsWith("/api/organizations/")) return undefined;
    deletions += 1;
    return deletions === 1 ? "broken" : undefined;
  });
  const ran = await runVerify(["--target", lossy.url, "--write", "--json"], env);
  expect(deletions).toBe(2);
  expect(unexpected(JSON.parse(ran.stdout) as Report)).toEqual([]);
  expect(await namesOnServer()).toEqual([]);
});

test("a step that fails leaves nothing behind", async () => {
  await using failing = await plant(mock.url, (passing) => {
    if (!isRequest("POST", "/api/environments/", 201)(passing)) return;
    passing.status = 500;
    passing.body = '{"error":"Broken"}';
  });
  const ran = await runVerify(["--target", failing.url, "--write", "--json"], env);
  expect({ code: ran.code, findings: findingsOf(ran) }).toEqual({
    code: 1,
    findings: ["createEnvironment: undocumented-status"],
  });
  const { operations } = JSON.parse(ran.stdout) as Report;
  expect(operations.find(({ name }) => name === "createVariable")?.unchecked).toBe("a step before it did not succeed");
  expect(await namesOnServer()).toEqual([]);
});

test("an object whose response was lost is found by its name and deleted", async () => {
  await using lossy = await plant(mock.url, (passing) => {
    const { path, method, status } = passing;
    const isCreated = status < 300 && ["/api/organizations/", "/keys/", "/auth/create_client"].includes(path);
    return isCreated && method !== "GET" ? "broken" : undefined;
  });
  const ran = await runVerify(["--target", lossy.url, "--write", "--json"], env);
  expect(findingsOf(ran)).toEqual([
    "createOrganization: no-response",
    "createKey: no-response",
    "registerClient: no-response",
  ]);
  expect(await namesOnServer()).toEqual([]);
});

test("an object that the server should have refused is deleted", async () => {
  await using open = await plant(mock.url, async (passing) => {
    if (!isRequest("POST", "/api/organizations/", 401)(passing)) return;
    const headers = { Authorization: `Token ${env.KEYNEST_TOKEN}`, "Content-Type": "application/json" };
    const response = await fetch(mock.url + passing.path, { method: "POST", headers, body: passing.sent });
    passing.status = response.status;
    passing.headers = new Headers(response.headers);
    passing.body = await response.text();
  });
  const ran = await runVerify(["--target", open.url, "--write", "--json"], env);
  expect(findingsOf(ran)).toContain("createOrganization: unexpected-status");
  expect(await namesOnServer()).toEqual([]);
});

test("an object that cannot be deleted is listed with its path", async () => {
  await using stubborn = await plant(mock.url, (passing) => {
    if (passing.method === "DELETE" && /^\/api\/organizations\/\d+\/$/.test(passing.path)) return refuse(passing);
    return undefined;
  });
  const ran = await runVerify(["--target", stubborn.url, "--write", "--json"], env);
  expect(ran.code).toBe(2);
  expect(unexpected(JSON.parse(ran.stdout) as Report)).toEqual([
    {
      what: expect.stringMatching(/^organization keynest-verify-\w{10}$/),
      path: expect.stringMatching(/^\/api\/organizations\/\d+\/$/),
      reason: expect.stringMatching(/^DELETE \/api\/organizations\/\d+\/ responded with 403$/),
    },
  ]);
});

test("an object that is still in the list is left over, even if the server denies it", async () => {
  let name = "";
  await using lying = await plant(mock.url, (passing) => {
    const { method, path, sent, body } = passing;
    if (isRequest("POST", "/api/organizations/", 201)(passing)) name = JSON.parse(sent).name;
    if (method !== "GET" || path !== "/api/organizations/" || name === "") return;
    const page = JSON.parse(body) as { count: number; results: object[] };
    passing.body = JSON.stringify({ ...page, results: [...page.results, { ...page.results[0], id: 4242, name }] });
  });
  const ran = await runVerify(["--target", lying.url, "--write", "--json"], env);
  expect(unexpected(JSON.parse(ran.stdout) as Report)).toEqual([
    { what: `organization ${name}`, path: "/api/organizations/4242/", reason: "listOrganizations still has it" },
  ]);
});

test("an object that could not be deleted is not expected to be gone", async () => {
  const later: string[] = [];
  let undeleted: string | undefined;
  await using failing = await plant(mock.url, (passing) => {
    const { method, path, requestHeaders } = passing;
    if (path === undeleted) later.push(method);
    if (method !== "DELETE" || !path.startsWith("/api/projects/") || !requestHeaders.authorization) return;
    undeleted = path;
    refuse(passing);
  });
  await runVerify(["--target", failing.url, "--write"], env);
  expect(undeleted).toBeDefined();
  expect(later).toEqual([]);
});

test("a server that goes away gets one sentence, and the report lists what may be left", async () => {
  let isGone = false;
  await using leaving = await plant(mock.url, (passing) => {
    if (isRequest("POST", "/api/projects/", 201)(passing)) isGone = true;
    return isGone ? "broken" : undefined;
  });
  const { code, stdout, stderr } = await runVerify(["--target", leaving.url, "--write"], env);
  expect({ code, stderr }).toEqual({
    code: 2,
    stderr: `keynest-mock: ${leaving.url} broke the connection (UND_ERR_SOCKET).\n`,
  });
  expect(stdout).toMatch(
    /Left on the server\n( {2}tokens .*\n)? {2}organization keynest-verify-\w+ at \/api\/organizations\/\d+\/: .*broke the connection/,
  );
  expect(stdout).toContain("  the server had stopped responding\n    logoutUser, ");
  expect(stdout).toMatch(/createProject .*\n {2}✗ no response {2}broke the connection/);
});

function refuse(passing: Passing): undefined {
  passing.status = 403;
  passing.headers.set("Content-Type", "application/json");
  passing.body = '{"error":"Permission denied"}';
}

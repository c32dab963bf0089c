import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:https";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { generate } from "selfsigned";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { type Mock, startMock } from "../../src/index.ts";
import { close, listen } from "../../src/server/listen.ts";
import { canSignal, type Run, run } from "../support/run.ts";

let mock: Mock;
const runs: Run[] = [];

beforeAll(async () => {
  mock = await startMock({ stateful: true });
});

afterAll(() => mock.close());

afterEach(() => {
  for (const { child } of runs.splice(0)) child.kill("SIGKILL");
});

const TOKEN = "9944b09199c62bcf9418ad846dd0e4bbdfc6ee4b";
const headers = { Authorization: `Token ${TOKEN}` };

/** Starts the command. @returns it, and where it listens */
async function start(args: string[], env: NodeJS.ProcessEnv = {}): Promise<Run & { url: string }> {
  const proxy = run("src/cli/cli.ts", ["proxy", "--target", mock.url, ...args], {
    ...process.env,
    NO_COLOR: "1",
    ...env,
  });
  runs.push(proxy);
  const url =
    /http:\/\/127\.0\.0\.1:\d+/.exec(await proxy.printed(args.includes("--json") ? "}" : "Ctrl-C ends it.\n"))?.[0] ??
    "";
  return { ...proxy, url };
}

test.skipIf(!canSignal).each(["SIGINT", "SIGTERM"] as const)(
  "prints what passes, and after %s how much that was",
  async (signal) => {
    const proxy = await start([]);
    await fetch(`${proxy.url}/api/projects/?page=1`, { headers });
    await proxy.printed("listProjects");
    await fetch(`${proxy.url}/auth/access-token?key=hush`, { headers });
    await proxy.printed("createAccessTokenFromKey");
    proxy.child.kill(signal);
    const { code, stdout, stderr } = await proxy.ended;
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout.replaceAll(/\d+ ms/g, "0 ms")).toBe(`
Listening at ${proxy.url} for ${mock.url}. Ctrl-C ends it.

200 GET /api/projects/?page=1  listProjects, 0 ms
400 GET /auth/access-token?key=[redacted]  createAccessTokenFromKey, 0 ms

2 requests, no violations
`);
  },
);

test.skipIf(!canSignal)("ends with 1 after violations, which stand beneath their request", async () => {
  const proxy = await start(["--quiet"]);
  await fetch(`${proxy.url}/api/projects/?page=1`, { headers });
  await fetch(`${proxy.url}/api/projects/?page=x`, { headers });
  await proxy.printed("page");
  proxy.child.kill("SIGINT");
  const { code, stdout } = await proxy.ended;
  expect(code).toBe(1);
  expect(stdout.replaceAll(/\d+ ms/g, "0 ms")).toBe(`
Listening at ${proxy.url} for ${mock.url}. Ctrl-C ends it.

404 GET /api/projects/?page=x  listProjects, 0 ms
    ✗ request query.page: Request query parameter page must be integer
    ✗ response undocumented status: the documented statuses are 200, 401, 429 (came 404 {type, title, status, detail})

2 requests, 2 violations
  listProjects: 2
`);
});

test.skipIf(!canSignal)("--json prints a line for each request", async () => {
  const proxy = await start(["--json"]);
  await fetch(`${proxy.url}/health/`);
  await proxy.printed("getHealth");
  proxy.child.kill("SIGINT");
  const { code, stdout } = await proxy.ended;
  expect(code).toBe(0);
  expect(
    stdout
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line)),
  ).toMatchObject([
    { url: proxy.url, target: mock.url },
    { operationId: "getHealth", method: "GET", path: "/health/", status: 200, violations: [], notChecked: [] },
    { requests: 1, unanswered: 0, violations: {} },
  ]);
});

test("a server with TLS is checked by its certificate", async () => {
  const folder = await mkdtemp(join(tmpdir(), "keynest-mock-"));
  const { cert, private: key } = await generate([{ name: "commonName", value: "localhost" }], {
    keyType: "ec",
    algorithm: "sha256",
    extensions: [
      { name: "basicConstraints", cA: true, critical: true },
      { name: "subjectAltName", altNames: [{ type: 7, ip: "127.0.0.1" }] },
    ],
  });
  await writeFile(join(folder, "ca.pem"), cert);
  const server = createServer({ cert, key }, (_, response) => void response.end("over TLS"));
  const target = (await listen(server as never, "127.0.0.1", 0)).replace("http:", "https:");
  const trusting = await start(["--target", target], { NODE_EXTRA_CA_CERTS: join(folder, "ca.pem") });
  expect(await (await fetch(`${trusting.url}/`)).text()).toBe("over TLS");
  const wary = await start(["--target", target]);
  const refused = await fetch(`${wary.url}/`);
  expect(refused.status).toBe(502);
  expect(await refused.json()).toMatchObject({
    detail: expect.stringContaining("has a certificate that it signed itself"),
  });
  await close(server as never);
  await rm(folder, { recursive: true });
});

test.each([
  [
    ["--target", "keynest"],
    'The target must be a URL such as https://api.example.com, not "keynest". See keynest-mock proxy --help.',
  ],
  [["--spec", "none.yaml"], "The description none.yaml cannot be read: "],
  [["--port", "x"], '--port takes a number from 0 to 65535, not "x". See keynest-mock proxy --help.'],
])("%j is one sentence and exit code 2", async (args, sentence) => {
  const started = run("src/cli/cli.ts", ["proxy", "--target", mock.url, ...args]);
  const { code, stdout, stderr } = await started.ended;
  expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  expect(stderr.startsWith(`keynest-mock: ${sentence}`)).toBe(true);
  expect(stderr.trim().split("\n")).toHaveLength(1);
});

test("a taken port gets one sentence and exit code 2", async () => {
  const started = run("src/cli/cli.ts", ["proxy", "--target", mock.url, "--port", new URL(mock.url).port]);
  expect(await started.ended).toMatchObject({
    code: 2,
    stderr: expect.stringContaining("is taken by another program"),
  });
});

import { spawnSync } from "node:child_process";
import { closeSync, openSync } from "node:fs";
import { mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, expect, test } from "vitest";
import packageJson from "../../package.json" with { type: "json" };
import { booksPath, tinyDescription } from "../fixtures/descriptions.ts";
import { canSignal, type Run, run } from "../support/run.ts";

const runs: Run[] = [];
const cli = (...args: string[]): Run => {
  const started = run("src/cli/cli.ts", args);
  runs.push(started);
  return started;
};

afterEach(() => {
  for (const { child } of runs.splice(0)) child.kill("SIGKILL");
});

test.skipIf(!canSignal).each(["SIGINT", "SIGTERM"] as const)("serves until %s, then ends with 0", async (signal) => {
  const { child, printed, ended } = cli("--spec", booksPath);
  const banner = await printed("Ctrl-C");
  const url = /http:\/\/127\.0\.0\.1:\d+/.exec(banner)?.[0];
  expect(banner).toMatch(/Operations +4\n/);
  expect(banner).toContain("Prefer: code=404");
  // Kept alive, so that ending has a connection to end.
  expect((await fetch(`${url}/books/`, { headers: { "X-Key": "k" } })).status).toBe(200);
  child.kill(signal);
  expect(await ended).toMatchObject({ code: 0, signal: null, stderr: "" });
  await expect(fetch(`${url}/books/`)).rejects.toThrow();
});

test("takes a host and a port, and says so when the port is taken", async () => {
  const first = cli("--spec", booksPath, "--host", "localhost", "--port", "0");
  const port = /http:\/\/localhost:(\d+)/.exec(await first.printed("Ctrl-C"))?.[1] ?? "";
  const second = await cli("--spec", booksPath, "--host", "localhost", "--port", port).ended;
  expect(second).toMatchObject({ code: 1, stdout: "" });
  expect(second.stderr).toBe(`keynest-mock: Port ${port} of localhost is taken by another program.\n`);
});

/** Starts a mock that prints, calls it, and gives back what it printed about that. */
async function lines(...args: string[]): Promise<string> {
  const { printed } = cli("--spec", booksPath, ...args);
  const url = /http:\/\/127\.0\.0\.1:\d+/.exec(await printed("http:"))?.[0];
  await fetch(`${url}/books/?limit=99&token=hunter2`, { headers: { "X-Key": "k" } });
  await fetch(`${url}/loans/`, {
    method: "POST",
    body: '{"title":"Emma","\\u001b[2J":1}',
    headers: { "Content-Type": "application/json" },
  });
  return await printed("loans");
}

test("prints a line for each request and for each violation, without secrets and control characters", async () => {
  const output = await lines();
  expect(output).toMatch(/\n422 GET \/books\/\?limit=99&token=\[redacted\] {2}listBooks, \d+ ms\n/);
  expect(output).toContain("    request.query.limit: Request query parameter limit must be <= 10\n");
  expect(output).toContain("found '\\u001b[2J'");
  expect(output).not.toContain("hunter2");
  expect(output).not.toContain(String.fromCharCode(27));
});

test("--json prints each request as one line of JSON", async () => {
  const [started, first, second] = (await lines("--json"))
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  expect(started).toMatchObject({ operations: 4 });
  expect(first).toMatchObject({ operationId: "listBooks", status: 422, query: { token: "[redacted]" } });
  expect(second).toMatchObject({ operationId: "createLoan", violations: [{ location: ["request", "body"] }] });
});

test("--quiet prints no requests", async () => {
  const { child, printed, ended } = cli("--spec", booksPath, "--quiet");
  const banner = await printed("Ctrl-C");
  await fetch(`${/http:\S+/.exec(banner)?.[0]}/books/`);
  child.kill();
  expect((await ended).stdout).toBe(banner);
});

test("--watch serves a changed description, and keeps the old one while the new one is broken", async () => {
  const folder = await mkdtemp(join(tmpdir(), "keynest-mock-"));
  const spec = join(folder, "api.json");
  const write = (path: string) => writeFile(spec, JSON.stringify(tinyDescription).replace("/tiny", path));
  await write("/first");
  const { printed, complained } = cli("--spec", spec, "--watch");
  const url = /http:\/\/127\.0\.0\.1:\d+/.exec(await printed("Ctrl-C"))?.[0];
  await write("/second");
  await complained("read again, 1 operations");
  expect((await fetch(`${url}/second`)).status).toBe(200);
  await writeFile(spec, "{");
  await complained("The former description is still served");
  expect((await fetch(`${url}/second`)).status).toBe(200);
  await rm(folder, { recursive: true });
});

// Links take a right on Windows that few have.
test.skipIf(process.platform === "win32")("--watch goes on beside files that it cannot watch", async () => {
  const folder = await mkdtemp(join(tmpdir(), "keynest-mock-"));
  const spec = join(folder, "api.json");
  await writeFile(spec, JSON.stringify(tinyDescription));
  await symlink("loop", join(folder, "loop"));
  const { printed, complained } = cli("--spec", spec, "--watch");
  await printed("Ctrl-C");
  await complained("Not watched: ELOOP");
  await writeFile(spec, JSON.stringify(tinyDescription).replace("/tiny", "/second"));
  await complained("read again, 1 operations");
  await rm(folder, { recursive: true });
});

// Only Linux has a file that is always full.
test.runIf(process.platform === "linux")("says in a sentence that its output could not be written", () => {
  const full = openSync("/dev/full", "w");
  const cli = fileURLToPath(new URL("../../src/cli/cli.ts", import.meta.url));
  const { status, stderr } = spawnSync(process.execPath, [cli, "--help"], { stdio: ["ignore", full, "pipe"] });
  closeSync(full);
  const sentence = "keynest-mock: The output could not be written: ENOSPC.\n";
  expect({ status, stderr: String(stderr) }).toEqual({ status: 2, stderr: sentence });
});

test("serves on after the reader of its output has left", async () => {
  const { child, printed, ended } = cli("--spec", booksPath);
  const url = /http:\/\/127\.0\.0\.1:\d+/.exec(await printed("Ctrl-C"))?.[0];
  child.stdout?.destroy();
  for (const status of [200, 200, 200]) {
    expect((await fetch(`${url}/books/`, { headers: { "X-Key": "k" } })).status).toBe(status);
  }
  child.kill("SIGINT");
  expect(await ended).toMatchObject({ code: 0, stderr: "" });
});

test("an unreadable description is one sentence and exit code 1", async () => {
  const { code, stderr } = await cli("--spec", "no-such-file.yaml").ended;
  expect(code).toBe(1);
  expect(stderr).toMatch(/^keynest-mock: The description no-such-file\.yaml cannot be read: .*ENOENT.*\n$/);
});

test.each([
  [["--prot", "1"], "Unknown option '--prot'"],
  [["--port", "x"], '--port takes a number from 0 to 65535, not "x"'],
  [["--port", "65536"], '--port takes a number from 0 to 65535, not "65536"'],
  [["--port"], "Option '--port <value>' argument missing"],
  [["start"], "Unexpected argument 'start'"],
  [["--watch"], "--watch takes --spec <file>"],
])("%j is refused with exit code 2", async (args, sentence) => {
  const { code, stdout, stderr } = await cli(...args).ended;
  expect({ code, stdout, stderr }).toEqual({
    code: 2,
    stdout: "",
    stderr: `keynest-mock: ${sentence}. See keynest-mock --help.\n`,
  });
});

test("--help names every option", async () => {
  const { code, stdout } = await cli("--help").ended;
  expect(code).toBe(0);
  const options = ["port", "host", "spec", "watch", "dynamic", "seed", "quiet", "json", "help", "version"];
  for (const option of options) expect(stdout).toContain(`--${option} `);
});

test("--version prints the version of the package", async () => {
  expect(await cli("--version").ended).toMatchObject({ code: 0, stdout: `${packageJson.version}\n` });
});

test("has state if told to, says where, and how to log in", async () => {
  const { child, printed, ended } = cli("--stateful", "--rate-limits", "--quiet");
  const banner = await printed("Ctrl-C");
  expect(banner).toMatch(/State +in memory, forgotten at the end\n/);
  const [, email, password] = /Log in as +(\S+), (\S+)\n/.exec(banner) ?? [];
  const url = /http:\/\/127\.0\.0\.1:\d+/.exec(banner)?.[0];
  const login = (): Promise<Response> =>
    fetch(`${url}/api/auth/login/`, {
      method: "POST",
      body: JSON.stringify({ email, password }),
      headers: { "Content-Type": "application/json" },
    });
  expect(((await (await login()).json()) as { user: { id: number } }).user.id).toBe(1);
  const statuses = await Promise.all([1, 2, 3, 4, 5].map(async () => (await login()).status));
  expect(statuses.sort()).toEqual([200, 200, 200, 200, 429]);
  child.kill("SIGKILL");
  expect(await ended).toMatchObject({ stdout: banner, stderr: "" });
});

test("refuses an invalid data file in a sentence", async () => {
  const { code, stdout, stderr } = await cli("--data", booksPath).ended;
  expect({ code, stdout, stderr }).toEqual({
    code: 1,
    stdout: "",
    stderr: `keynest-mock: The data file ${booksPath} is no database. Choose another file.\n`,
  });
});

import { afterEach, expect, test } from "vitest";
import packageJson from "../package.json" with { type: "json" };
import { booksPath } from "./fixtures/descriptions.ts";
import { type Run, run } from "./run.ts";

const runs: Run[] = [];
const cli = (...args: string[]): Run => {
  const started = run("../src/cli/cli.ts", args);
  runs.push(started);
  return started;
};

afterEach(() => {
  for (const { child } of runs.splice(0)) child.kill("SIGKILL");
});

test.each(["SIGINT", "SIGTERM"] as const)("serves until %s, then ends with 0", async (signal) => {
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
  [["serve"], "Unexpected argument 'serve'"],
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
  for (const option of ["--port", "--host", "--spec", "--help", "--version"]) expect(stdout).toContain(option);
});

test("--version is that of the package", async () => {
  expect(await cli("--version").ended).toMatchObject({ code: 0, stdout: `${packageJson.version}\n` });
});

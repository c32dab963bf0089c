import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parseEnvFile } from "../../../src/keynest/backend/env-file.ts";
import { run } from "../../support/run.ts";

const headers = { Authorization: "Token 9944b09199c62bcf9418ad846dd0e4bbdfc6ee4b" };

/** Starts the command with a data file. */
async function serve(data: string) {
  const { child, printed, ended } = run("src/cli/cli.ts", ["--data", data, "--quiet"]);
  const url = /http:\/\/127\.0\.0\.1:\d+/.exec(await printed("Ctrl-C"))?.[0];
  return { child, ended, url };
}

/** Creates variables without end, from several sides at once. Calls back for each one that the server has confirmed. */
async function hammer(url: string, round: number, onCreated: (key: string) => void): Promise<void> {
  const write = async (writer: number): Promise<void> => {
    for (let count = 0; ; count += 1) {
      const key = `ROUND${round}_WRITER${writer}_${count}`;
      const response = await fetch(`${url}/api/variables/`, {
        method: "POST",
        headers: { ...headers, "Content-Type": "application/json" },
        body: JSON.stringify({ key, value: `value of ${key}`, environment: 2 }),
      });
      await response.text();
      if (response.status !== 201) throw new Error(`${key} got ${response.status}`);
      onCreated(key);
    }
  };
  // Each ends with the error of a connection that breaks.
  const reasons = await Promise.allSettled([1, 2, 3, 4].map(write));
  for (const one of reasons)
    expect(one).toMatchObject({ reason: { message: expect.stringMatching(/fetch failed|terminated/) } });
}

test("a killed server has stored everything that it confirmed, and nothing by halves", async () => {
  const folder = await mkdtemp(join(tmpdir(), "keynest-"));
  const data = join(folder, "keynest.db");
  const confirmed: string[] = [];
  try {
    // Killed after this many, with others on their way.
    for (const [round, last] of [3, 47, 211].entries()) {
      const { child, ended, url } = await serve(data);
      let count = 0;
      await hammer(url as string, round, (key) => {
        confirmed.push(key);
        count += 1;
        if (count === last) child.kill("SIGKILL");
      });
      expect(await ended).toMatchObject({ signal: "SIGKILL", stderr: "" });
    }
    const { child, ended, url } = await serve(data);
    const file = await fetch(`${url}/api/environments/2/export/`, { headers });
    const variables = parseEnvFile(await file.text());
    expect(confirmed.length).toBeGreaterThanOrEqual(3 + 47 + 211);
    for (const key of confirmed) expect(variables.get(key)).toBe(`value of ${key}`);
    const logs = await fetch(`${url}/api/audit-logs/?action=variable_created`, { headers });
    // There is one from the start.
    expect(((await logs.json()) as { count: number }).count).toBe(variables.size + 1);
    child.kill("SIGKILL");
    await ended;
  } finally {
    await rm(folder, { recursive: true });
  }
}, 60_000);

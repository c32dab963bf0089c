import { spawn } from "node:child_process";
import { createHmac } from "node:crypto";
import { once } from "node:events";
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type Mock, startMock } from "@keynest/mock";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runNode } from "./run-node.ts";
import { createFolder } from "./type-check.ts";

const examples = fileURLToPath(new URL("../examples/", import.meta.url));
const preload = new URL("mock-at-localhost.mjs", import.meta.url).href;
/** Of the user in the examples of the description, whom the mock knows. */
const secrets = {
  KEYNEST_TOKEN: "9944b09199c62bcf9418ad846dd0e4bbdfc6ee4b",
  KEYNEST_EMAIL: "user@example.com",
  KEYNEST_PASSWORD: "securepassword123",
};
const folder = createFolder("examples");
let mock: Mock;

beforeAll(async () => {
  mock = await startMock({ stateful: { pageSize: 2 } });
});
afterAll(async () => {
  folder[Symbol.dispose]();
  await mock.close();
});

/** Runs a program as it is written, with the mock in the place of http://localhost:8000. */
function run(file: string): Promise<string> {
  return runNode({
    args: ["--disable-warning=ExperimentalWarning", "--import", preload, examples + file],
    cwd: folder.path,
    env: { ...secrets, MOCK_URL: mock.url },
  });
}

describe("of the examples", () => {
  test("first-request.ts prints the projects that it found", async () => {
    expect(await run("first-request.ts")).toBe("Web Application 3\n");
  });

  test("all-pages.ts prints what is on the second page, too", async () => {
    const names = ["Acme Corp", "Globex", "Initech"];
    const headers = { Authorization: `Token ${secrets.KEYNEST_TOKEN}`, "Content-Type": "application/json" };
    for (const name of names.slice(1)) {
      const body = JSON.stringify({ name });
      await fetch(`${mock.url}/api/organizations/`, { method: "POST", headers, body });
    }
    expect((await run("all-pages.ts")).trim().split("\n").sort()).toEqual(names);
  });

  test("errors.ts tells a project that is missing from other failures, in both forms", async () => {
    expect(await run("errors.ts")).toMatch(/^There is no such project\.\n404 \{/);
  });

  test("login-session.ts logs in once, however often it runs", async () => {
    const countLogins = () => mock.requests.filter(({ operationId }) => operationId === "loginUser").length;
    const before = countLogins();
    expect(await run("login-session.ts")).toBe("1\n");
    expect(await run("login-session.ts")).toBe("1\n");
    expect(countLogins() - before).toBe(1);
  });

  test("blocking-script.ts prints the names of the variables that it loaded", async () => {
    expect(await run("blocking-script.ts")).toBe("Loaded API_KEY, DATABASE_URL, JWT_SECRET\n");
  });

  test("with-openapi-fetch.ts gets the same by openapi-fetch and by the SDK", async () => {
    expect(await run("with-openapi-fetch.ts")).toBe("Web Application\nWeb Application\n");
  });

  test("webhook-receiver.ts takes what is signed, and refuses everything else", async () => {
    const key = "0123456789abcdef0123456789abcdef";
    const env = { PORT: "0", WEBHOOK_SECRET: `whsec_${Buffer.from(key).toString("base64")}` };
    const program = spawn(process.execPath, [`${examples}webhook-receiver.ts`], { env });
    try {
      const [started] = await once(program.stdout, "data");
      const url = `http://127.0.0.1:${String(started).match(/\d+/)?.[0]}`;
      const variable = { id: 1, key: "NEW_SECRET", environment_id: 1, created_by: "john@example.com" };
      const body = JSON.stringify({ event: "variable.created", timestamp: "2026-01-01T00:00:00Z", data: { variable } });
      const seconds = Math.floor(Date.now() / 1000);
      const signature = createHmac("sha256", key).update(`msg_1.${seconds}.${body}`).digest("base64");
      const headers = {
        "webhook-id": "msg_1",
        "webhook-timestamp": `${seconds}`,
        "webhook-signature": `v1,${signature}`,
      };
      const printed = once(program.stdout, "data");
      expect((await fetch(url, { method: "POST", headers, body })).status).toBe(204);
      expect(String((await printed)[0])).toBe("New variable: NEW_SECRET\n");
      expect((await fetch(url, { method: "POST", headers, body: `${body} ` })).status).toBe(400);
      expect((await fetch(url, { method: "POST", headers, body: "x".repeat(2 ** 20 + 1) })).status).toBe(413);
    } finally {
      program.kill();
    }
  });

  test("each has its test here, and its line in their README", () => {
    const programs = readdirSync(examples).filter((file) => file.endsWith(".ts"));
    const read = (path: string): string => readFileSync(new URL(path, import.meta.url), "utf8");
    const [tests, readme] = [read("examples.test.ts"), read("../examples/README.md")];
    expect(programs.filter((file) => !tests.includes(`${file} `) || !readme.includes(`(${file})`))).toEqual([]);
  });
});

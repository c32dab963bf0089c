import { writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type Mock, startMock } from "@keynest/mock";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { loadPackage } from "./load-package.ts";
import { runNode } from "./run-node.ts";
import { createFolder, typeCheck } from "./type-check.ts";

/** As the guide of the API has it. */
const guide = `
const KeyNest = require('@keynest/sdk');

const client = new KeyNest({
  token: 'your_jwt_token'
});

// List projects
const projects = await client.projects.list();

// Get variables
const variables = await client.environments.variables(1);

// Create variable
await client.variables.create({
  key: 'NEW_SECRET',
  value: 'secret_value',
  environmentId: 1
});
`;
const printing =
  "console.log(JSON.stringify({ project: projects.results[0].name, variable: variables.results[0].key }));";

const preload = new URL("mock-at-localhost.mjs", import.meta.url).href;
let mock: Mock;
beforeAll(async () => {
  mock = await startMock();
});
afterAll(() => mock.close());

async function run(file: string, code: string): Promise<string> {
  using folder = createFolder("class");
  writeFileSync(join(folder.path, file), code);
  return await runNode({
    args: ["--disable-warning=ExperimentalWarning", "--import", preload, file],
    cwd: folder.path,
    env: { MOCK_URL: mock.url },
  });
}

describe("the guide's program", () => {
  const expected = { project: "Web Application", variable: "DATABASE_URL" };

  test("runs in CommonJS", async () => {
    expect(JSON.parse(await run("a.cjs", `(async () => {${guide}${printing}})();`))).toEqual(expected);
  });

  test.each(["import KeyNest from '@keynest/sdk';", "import { KeyNest } from '@keynest/sdk';"])(
    "runs with %s",
    async (line) => {
      const code = guide.replace("const KeyNest = require('@keynest/sdk');", line);
      expect(JSON.parse(await run("a.mjs", `${code}${printing}`))).toEqual(expected);
    },
  );

  // The client of another server of this family, in its own language, has the same names.
  test("of sessions and raw requests runs", async () => {
    const code = `
      const { KeyNest } = require("@keynest/sdk");
      (async () => {
        const client = new KeyNest();
        await client.login({ username: "username", password: "password" });
        const before = client.isAuthenticated;
        await client.logout();
        const response = await client.httpGet("version/");
        console.log(JSON.stringify([before, client.isAuthenticated, response.status, await response.text()]));
      })();`;
    expect(JSON.parse(await run("a.cjs", code))).toEqual([true, false, 200, "1.0.0"]);
  });
});

describe("what require gives", () => {
  const required = createRequire(import.meta.url)("@keynest/sdk");

  test("is the class, with every export as a property", async () => {
    const { sdk } = await loadPackage();
    expect(new required()).toBeInstanceOf(required.KeyNest);
    expect([required.KeyNest, required.default]).toEqual([required, required]);
    expect(Object.keys(required).sort()).toEqual(Object.keys(sdk).sort());
  });

  test("keeps what every function has", () => {
    expect([required.name, required.length, typeof required.prototype]).toEqual(["KeyNest", 0, "object"]);
  });

  test("can be imported by name", async () => {
    using folder = createFolder("names");
    const path = JSON.stringify(pathToFileURL(createRequire(import.meta.url).resolve("@keynest/sdk")).href);
    writeFileSync(
      join(folder.path, "a.mjs"),
      `import KeyNest, { KeyNest as Same, createClient } from ${path};
      import * as all from ${path};
      console.log(JSON.stringify([KeyNest === Same, typeof createClient, Object.keys(all)]));`,
    );
    const [isSame, kind, names] = JSON.parse(await runNode({ args: ["a.mjs"], cwd: folder.path }));
    expect([isSame, kind]).toEqual([true, "function"]);
    expect(names).toEqual(expect.arrayContaining(Object.keys(required)));
  });
});

describe("the types of the class", () => {
  const use = `
export const client: KeyNest = new KeyNest({ token: "t", maxRetries: 0 });
export const project: Promise<Project> = client.projects.get(1);
export const options: KeyNestOptions = { apiKey: "a" };
export const plain = createClient();
export const mixed: Promise<PaginatedProjectList> = listProjects(client.client, { search: "a" });
export async function use(): Promise<number> {
  await client.login({ email: "a", password: "b" });
  await client.login({ username: "a", password: () => "b" });
  // @ts-expect-error: one or the other
  await client.login({ email: "a", username: "b", password: "c" });
  // @ts-expect-error: not by hand
  client.isAuthenticated = true;
  // @ts-expect-error: the name in the client is environmentId
  await client.variables.create({ key: "A", value: "b", environment: 1 });
  const response: Response = await client.httpPost("a", { b: 1 }, { timeoutMs: 1 });
  for await (const { environment_count } of client.projects.list({ organizationId: 1 }, { limit: 5 })) {
    if (environment_count) return environment_count;
  }
  const result = await client.projects.getDetailed(1);
  if (result.ok) return result.data.environment_count;
  return response.status;
}
// @ts-expect-error: no such option
new KeyNest({ tokens: "t" });
export class Mine extends KeyNest {}
`;
  const types = "type KeyNestOptions, type PaginatedProjectList, type Project";
  const programs = {
    "default.ts": `import KeyNest, { createClient, listProjects, ${types} } from "@keynest/sdk";${use}`,
    "named.ts": `import { createClient, KeyNest, listProjects, ${types} } from "@keynest/sdk";${use}`,
    "require.cts": `import KeyNest = require("@keynest/sdk");
import createClient = KeyNest.createClient;
import listProjects = KeyNest.listProjects;
import type { KeyNestOptions, PaginatedProjectList, Project } from "@keynest/sdk";
export const named: KeyNest.KeyNest = new KeyNest.KeyNest();
${use}`,
    "default.cts": `import KeyNest, { createClient, listProjects, ${types} } from "@keynest/sdk";${use}`,
    "named.cts": `import { createClient, KeyNest, listProjects, ${types} } from "@keynest/sdk";${use}`,
  };

  test("are those of ESM and of CommonJS, whichever way it is imported", async () => {
    using folder = createFolder("class-types");
    for (const [file, code] of Object.entries(programs)) writeFileSync(join(folder.path, file), code);
    expect(await typeCheck(folder.path, { verbatimModuleSyntax: false, esModuleInterop: true })).toEqual([]);
  });
});

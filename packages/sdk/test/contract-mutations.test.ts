import { startMock } from "@keynest/mock";
import { describe, expect, test } from "vitest";
import { checkExports } from "./contract/check-exports.ts";
import { type Finding, promisesOf, runContract } from "./contract/contract.ts";
import type { Document } from "./contract/document.ts";
import type { Subject } from "./contract/sdk.ts";
import { loadDescription, loadPackage } from "./load-package.ts";
import { codeMutations } from "./mutations/code.ts";
import { descriptionMutations } from "./mutations/description.ts";
import { responseOf } from "./mutations/document.ts";
import { GeneratedCode } from "./mutations/generated-code.ts";
import type { Mutation } from "./mutations/mutation.ts";
import { serverMutations } from "./mutations/server.ts";

const built = await loadPackage();

async function run(served: Document, known: Document, loaded: Pick<Subject, "sdk" | "modules">): Promise<Finding[]> {
  await using mock = await startMock({ description: served });
  return await runContract(known, { ...loaded, url: mock.url });
}

function broken<Target>(mutations: Mutation<Target>[], target: Target): Target {
  for (const mutation of mutations) mutation.break(target);
  return target;
}

/** One test for each mutation, and one that nothing else is reported. */
function testMutations<Target>(mutations: Mutation<Target>[], findings: Finding[]): void {
  const failed = findings.filter(({ ok }) => !ok);
  for (const { name, operationId, reported } of mutations) {
    test(`${name}: ${operationId}`, () => {
      const problems = failed.filter((finding) => finding.operationId === operationId).flatMap((each) => each.problems);
      expect(problems).toContainEqual(expect.stringMatching(reported));
    });
  }

  test("nothing else is reported", () => {
    const operations = mutations.map(({ operationId }) => operationId);
    expect(new Set(operations).size).toBe(operations.length);
    expect(failed.filter(({ operationId }) => !operations.includes(operationId))).toEqual([]);
    expect(findings.length).toBeGreaterThan(failed.length);
  });
}

describe("a server that goes another way than the description", async () => {
  const served = broken(serverMutations, loadDescription());
  testMutations(serverMutations, await run(served, loadDescription(), built));
});

describe("a broken description", async () => {
  const description = broken(descriptionMutations, loadDescription());
  testMutations(descriptionMutations, await run(description, description, built));
});

describe("broken generated code", async () => {
  using code = broken(codeMutations, new GeneratedCode());
  testMutations(codeMutations, await run(loadDescription(), loadDescription(), await code.load()));
});

describe("unbroken copies", () => {
  test("of description and generated code are clean", async () => {
    using code = new GeneratedCode();
    const loaded = await code.load();
    const findings = await run(loadDescription(), loadDescription(), loaded);
    expect(findings.filter(({ ok }) => !ok)).toEqual([]);
    expect(checkExports(loadDescription(), loaded)).toEqual([]);
  });
});

describe("an error that quotes the password", () => {
  const echoing = loadDescription();
  const { content } = responseOf(echoing, "loginUser", "401");
  content["application/json"] = { example: { error: "No user has the password securepassword123" } };

  async function problemsOf(loaded: Pick<Subject, "sdk" | "modules">): Promise<string[]> {
    await using mock = await startMock({ description: echoing });
    const own = promisesOf(echoing).filter(({ operationId }) => operationId === "loginUser");
    return (await Promise.all(own.map(({ check }) => check({ ...loaded, url: mock.url })))).flat();
  }

  test("is clean where the generated code knows that it is one", async () => {
    expect(await problemsOf(built)).toEqual([]);
  });

  test("is reported where it does not", async () => {
    using code = new GeneratedCode();
    code.editOperation("auth", "loginUser", "sensitive:", "ignored:");
    expect(await problemsOf(await code.load())).toEqual([
      "the error shows the sensitive value securepassword123 (all parameters, application/json)",
    ]);
  });
});

describe("what the description does not have", () => {
  test("a generated function too much is reported", () => {
    const description = loadDescription();
    delete description.paths["/version/"];
    expect(checkExports(description, built)).toEqual([
      'the module "system" exports getVersion, which the description does not have',
      'the module "system" exports getVersionDetailed, which the description does not have',
      'the module "system" exports getVersionOperation, which the description does not have',
    ]);
  });

  test("a generated module too much is reported", () => {
    const modules = { ...built.modules, billing: {} };
    expect(checkExports(loadDescription(), { modules })).toEqual(['the module "billing" belongs to no tag']);
  });
});

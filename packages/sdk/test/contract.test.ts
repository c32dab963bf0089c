import { type Mock, startMock } from "@keynest/mock";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { checkExports, countFunctions } from "./contract/check-exports.ts";
import { promisesOf, runContract } from "./contract/contract.ts";
import { describedOperations, moduleOf } from "./contract/operations.ts";
import { loadDescription, loadPackage, moduleNames, requirePackage } from "./load-package.ts";

const description = loadDescription();
const promises = promisesOf(description);
const built = await loadPackage();
let mock: Mock;

beforeAll(async () => {
  mock = await startMock({ description });
});
afterAll(() => mock.close());

for (const operation of describedOperations(description)) {
  describe(`${moduleOf(operation)}: ${operation.id}`, () => {
    for (const { about, check } of promises.filter(({ operationId }) => operationId === operation.id)) {
      test(about, async () => expect(await check({ ...built, url: mock.url })).toEqual([]));
    }
  });
}

describe("the whole", () => {
  test("every operation has functions, and every function an operation", () => {
    expect(checkExports(description, built)).toEqual([]);
    expect(countFunctions(built)).toBe(describedOperations(description).length);
  });

  test("every operation and every status of it is covered", () => {
    const statuses = Object.values(description.paths).flatMap((item) =>
      Object.values(item).flatMap((operation) => Object.keys((operation as { responses?: object }).responses ?? {})),
    );
    expect(promises.filter(({ about }) => /^\d/.test(about))).toHaveLength(statuses.length);
    expect(new Set(promises.map(({ operationId }) => operationId)).size).toBe(mock.operationCount);
  });

  test("the CommonJS build keeps every promise as well", async () => {
    const findings = await runContract(description, { ...requirePackage(), url: mock.url });
    expect(findings.filter(({ ok }) => !ok)).toEqual([]);
    expect(findings).toHaveLength(promises.length);
  });

  test("every tag is a module", () => {
    const tags = (description.tags as { name: string }[]).map(({ name }) => name);
    expect(moduleNames().sort()).toEqual(tags.sort());
  });
});

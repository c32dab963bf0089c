import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { generate } from "@keynest/codegen";
import { startMock } from "@keynest/mock";
import { describe, expect, test } from "vitest";
import { checkExports } from "./contract/check-exports.ts";
import { promisesOf, runContract } from "./contract/contract.ts";
import { addNewOperations } from "./fixtures/new-operations.ts";
import { loadDescription } from "./load-package.ts";
import { GeneratedCode } from "./mutations/generated-code.ts";
import { checkTypes } from "./type-contract/check-types.ts";

describe("operations that are new in the description", async () => {
  using code = new GeneratedCode();
  const description = addNewOperations(loadDescription());
  const input = join(code.folder, "openapi.json");
  writeFileSync(input, JSON.stringify(description));
  await generate({ input, output: join(code.folder, "generated"), resources: true });
  const loaded = await code.load();
  await using mock = await startMock({ description });
  const [findings, types] = await Promise.all([
    runContract(description, { ...loaded, url: mock.url }),
    checkTypes(description, (module) =>
      module === "index" ? `${code.folder}/index.ts` : `${code.folder}/generated/operations/${module}.gen.ts`,
    ),
  ]);

  test("are covered as soon as they are generated, with every status", () => {
    const known = promisesOf(loadDescription()).length;
    expect(findings.slice(known).map(({ operationId, about }) => `${operationId} ${about}`)).toEqual([
      ...["place", "security", "200", "4XX", "default"].map((about) => `listReports ${about}`),
      ...["place", "security", "201", "202", "418"].map((about) => `createReport ${about}`),
      ...["place", "security", "200", "401"].map((about) => `replaceReport ${about}`),
    ]);
  });

  test("keep what they promise", () => {
    expect(findings.filter(({ ok }) => !ok)).toEqual([]);
    expect(types.filter(({ ok }) => !ok)).toEqual([]);
    expect(checkExports(description, loaded)).toEqual([]);
  });
});

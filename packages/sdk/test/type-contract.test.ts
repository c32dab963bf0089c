import { describe, expect, test } from "vitest";
import { describedOperations, moduleOf } from "./contract/operations.ts";
import { loadDescription, manifest } from "./load-package.ts";
import { GeneratedCode } from "./mutations/generated-code.ts";
import { typeMutations } from "./mutations/types.ts";
import { checkTypes } from "./type-contract/check-types.ts";

const description = loadDescription();

describe("the types of the built package fit every example of the description", async () => {
  const findings = await checkTypes(description, (module) =>
    module === "index" ? manifest.name : `${manifest.name}/${module}`,
  );

  test.for(describedOperations(description).map((operation) => [moduleOf(operation), operation] as const))(
    "%s: $1.id",
    ([, { id, responses }]) => {
      const own = findings.filter(({ operationId }) => operationId === id);
      expect(own.flatMap(({ about, problems }) => problems.map((problem) => `${about}: ${problem}`))).toEqual([]);
      const shown = own.map(({ about }) => about);
      expect(shown).toEqual(expect.arrayContaining(["arguments", "security", ...responses.map(([status]) => status)]));
    },
  );

  test("nothing else is reported", () => {
    expect(findings.filter(({ ok, operationId }) => !ok && operationId === "")).toEqual([]);
  });
});

describe("broken types", async () => {
  using code = new GeneratedCode();
  for (const mutation of typeMutations) mutation.break(code);
  const findings = await checkTypes(description, (module) =>
    module === "index" ? `${code.folder}/index.ts` : `${code.folder}/generated/operations/${module}.gen.ts`,
  );
  // The copy itself does not compile any more, which belongs to no operation.
  const failed = findings.filter(({ ok, operationId }) => !ok && operationId);

  test.for(typeMutations)("$name: $operationId", ({ operationId, reported }) => {
    const own = failed.filter((finding) => finding.operationId === operationId);
    expect(own.flatMap(({ about, problems }) => problems.map((problem) => `${about}: ${problem}`))).toContainEqual(
      expect.stringMatching(reported),
    );
  });

  test("nothing else is reported", () => {
    const operations = typeMutations.map(({ operationId }) => operationId);
    expect(failed.filter(({ operationId }) => !operations.includes(operationId))).toEqual([]);
  });
});

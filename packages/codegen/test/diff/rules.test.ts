import { describe, expect, it } from "vitest";
import * as rules from "../../src/diff/rules/index.ts";
import { CASES } from "./cases/index.ts";
import { diff, lineOf } from "./descriptions.ts";

for (const [part, cases] of Object.entries(CASES)) {
  describe(part, () => {
    it.each(cases)("$what", async ({ base, head, lines }) => {
      expect((await diff(base, head)).map(lineOf)).toEqual(lines);
    });
  });
}

it("has a case for every rule, by which it is named", () => {
  const names = Object.values(rules).flatMap((list) => list.map(({ name }) => name));
  const shown = new Set(Object.values(CASES).flatMap((cases) => cases.flatMap(({ lines }) => lines.map(ruleOf))));
  expect(names.filter((name) => !shown.has(name))).toEqual([]);
});

function ruleOf(line: string): string {
  return line.split(/[ :]/)[1] ?? "";
}

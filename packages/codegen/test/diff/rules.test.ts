import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { CASES } from "./cases/index.ts";
import { diff, lineOf } from "./descriptions.ts";
import { declaredLevels, isDeclaredBy, type Report, RULES, reportCases } from "./reports.ts";
import { rulesPage } from "./rules-page.ts";

for (const [part, cases] of Object.entries(CASES)) {
  describe(part, () => {
    it.each(cases)("$what", async ({ base, head, lines }) => {
      expect((await diff(base, head)).map(lineOf)).toEqual(lines);
    });
  });
}

describe("the data of a rule", () => {
  let made: Promise<readonly Report[]> | undefined;
  const reportsOfCases = (): Promise<readonly Report[]> => {
    made ??= reportCases();
    return made;
  };

  it("has an id of its own, under which some case expects it", () => {
    const ids = RULES.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const lines = Object.values(CASES).flatMap((cases) => cases.flatMap((one) => one.lines));
    expect(ids.filter((id) => !lines.some((line) => line.split(/[ :]/)[1] === id))).toEqual([]);
  });

  it("declares every level that the rule reports", async () => {
    const [declared, reports] = [RULES.flatMap(declaredLevels), await reportsOfCases()];
    const undeclared = reports.filter((report) => !declared.some((level) => isDeclaredBy(report, level)));
    expect(undeclared).toEqual([]);
  });

  it("declares no level that no case gives", async () => {
    const reports = await reportsOfCases();
    const unreported = RULES.flatMap(declaredLevels).filter(
      (level) => !reports.some((report) => isDeclaredBy(report, level)),
    );
    expect(unreported).toEqual([]);
  });

  it("is what the page of rules says: `pnpm docs:rules` writes it", async () => {
    const page = fileURLToPath(new URL("../../docs/diff-rules.md", import.meta.url));
    await expect(rulesPage(RULES, await reportsOfCases())).toMatchFileSnapshot(page);
  });
});

import { join } from "node:path";
import type { ChangeLevel } from "../../src/diff/change.ts";
import { findOccurrences } from "../../src/diff/compare/compare-sides.ts";
import { matchSides } from "../../src/diff/match/sides.ts";
import { reportChanges } from "../../src/diff/report/report-changes.ts";
import * as rulesByPair from "../../src/diff/rules/index.ts";
import type { Direction, RuleData } from "../../src/diff/rules/rule.ts";
import { readSide } from "../../src/diff/side.ts";
import { scratch, writeFiles } from "../support/scratch.ts";
import { CASES } from "./cases/index.ts";

/** All rules. */
export const RULES: readonly RuleData[] = Object.values(rulesByPair).flat();

/** What a rule reported, and of which direction. */
export interface Report {
  readonly rule: string;
  readonly level: ChangeLevel;
  readonly direction: Direction;
  readonly message: string;
}

/** A level that a rule declares, with the reason for it. */
export interface DeclaredLevel {
  readonly rule: string;
  readonly level: ChangeLevel;
  /** Absent where the level holds for both directions. */
  readonly direction: Direction | undefined;
  readonly reason: string;
}

export function declaredLevels({ id, levels }: RuleData): DeclaredLevel[] {
  const parts =
    "both" in levels
      ? ([[undefined, levels.both]] as const)
      : ([
          ["request", levels.request],
          ["response", levels.response],
        ] as const);
  return parts.flatMap(([direction, reasons = {}]) =>
    Object.entries(reasons).map(([level, reason]) => ({ rule: id, level: level as ChangeLevel, direction, reason })),
  );
}

/** Whether a report is of a declared level. */
export function isDeclaredBy(report: Report, declared: DeclaredLevel): boolean {
  const isDirection = declared.direction === undefined || declared.direction === report.direction;
  return isDirection && declared.rule === report.rule && declared.level === report.level;
}

/** What the rules report of all cases, each compared in both directions. */
export async function reportCases(): Promise<Report[]> {
  const folder = await scratch();
  const cases = Object.values(CASES).flat();
  const files = cases.flatMap(({ base, head }, number) => [
    [`${number}-base.json`, JSON.stringify(base)],
    [`${number}-head.json`, JSON.stringify(head)],
  ]);
  await writeFiles(folder, Object.fromEntries(files));
  const sides = await Promise.all(
    cases.flatMap(async (_case, number) => {
      const base = await readSide(join(folder, `${number}-base.json`));
      const head = await readSide(join(folder, `${number}-head.json`));
      return [matchSides(base, head), matchSides(head, base)];
    }),
  );
  return sides.flat().flatMap((pair) =>
    findOccurrences(pair).flatMap((occurrence) =>
      reportChanges([occurrence], pair, "").map(({ rule, level, message }) => {
        return { rule, level, message, direction: occurrence.usage.direction };
      }),
    ),
  );
}

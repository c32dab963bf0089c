import type { CountedFinding } from "../findings/finding.ts";
import type { Leftover } from "./cleanup.ts";
import type { OperationOutcome } from "./records.ts";

/** What a run found out, ready to be written in any form: no secrets in it. */
export interface Report {
  readonly target: string;
  /** What the server was held against, such as `KeyNest API 1.0.0`. */
  readonly description: string;
  readonly startedAt: string;
  readonly ms: number;
  readonly interrupted: boolean;
  /** Why the run did not come to its end, as a sentence; undefined when it did, or was interrupted. */
  readonly stopped?: string;
  readonly operations: readonly OperationOutcome[];
  readonly remarks: readonly string[];
  readonly leftovers: readonly Leftover[];
}

export interface Summary {
  readonly operations: number;
  /** Whose success was seen and checked. */
  readonly checked: number;
  /** Of which only refusals were checked. */
  readonly partly: number;
  readonly exchanges: number;
  readonly violations: number;
  readonly remarks: number;
}

export function summaryOf({ operations, remarks }: Report): Summary {
  const count = (severity: CountedFinding["severity"]): number =>
    operations.flatMap(({ findings }) => findings).filter((finding) => finding.severity === severity).length;
  return {
    operations: operations.length,
    checked: operations.filter(({ unchecked }) => unchecked === undefined).length,
    partly: operations.filter(isPartly).length,
    exchanges: operations.reduce((sum, { exchanges }) => sum + exchanges, 0),
    violations: count("violation"),
    remarks: count("remark") + remarks.length,
  };
}

/** 0 without violations, 1 with, 2 when the run did not come to its end or could not clean up. */
export function exitCodeOf(report: Report): 0 | 1 | 2 {
  if (endedEarly(report) !== undefined) return 2;
  if (summaryOf(report).violations > 0) return 1;
  return report.leftovers.some(({ expected }) => !expected) ? 2 : 0;
}

/** Why a run did not come to its end; undefined when it did. */
export function endedEarly({ interrupted, stopped }: Report): string | undefined {
  return interrupted ? "It was interrupted." : stopped;
}

/** Whether only refusals of an operation were checked: answers came, and no success. */
export function isPartly({ unchecked, exchanges, findings }: OperationOutcome): boolean {
  const silences = findings.find(({ category }) => category === "no-answer")?.times ?? 0;
  return unchecked !== undefined && exchanges > silences;
}

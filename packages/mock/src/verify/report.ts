import type { CountedFinding } from "../findings/finding.ts";
import type { Leftover } from "./cleanup.ts";
import type { OperationOutcome } from "./operation-records.ts";

/** The result of a run, without secrets. */
export interface Report {
  readonly target: string;
  /** The name of the description, such as `the KeyNest description`. */
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
  /** Operations whose success was checked. */
  readonly checked: number;
  /** Operations of which only refusals were checked. */
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

/** 0 without violations, 1 with, 2 if the run did not come to its end or could not clean up. */
export function exitCodeOf(report: Report): 0 | 1 | 2 {
  if (endedEarly(report) !== undefined) return 2;
  if (summaryOf(report).violations > 0) return 1;
  return report.leftovers.some(({ expected }) => !expected) ? 2 : 0;
}

/** Why a run did not come to its end; undefined when it did. */
export function endedEarly({ interrupted, stopped }: Report): string | undefined {
  return interrupted ? "It was interrupted." : stopped;
}

/** Whether only refusals of an operation were checked: it responded, but not with a success. */
export function isPartly({ unchecked, exchanges, findings }: OperationOutcome): boolean {
  const silences = findings.find(({ category }) => category === "no-response")?.times ?? 0;
  return unchecked !== undefined && exchanges > silences;
}

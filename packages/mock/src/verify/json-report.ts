import { exitCodeOf, type Report, summaryOf } from "./report.ts";

/** Writes a report for programs. */
export function jsonReport(report: Report): string {
  const { operations, ...rest } = report;
  const document = { ...rest, exitCode: exitCodeOf(report), summary: summaryOf(report), operations };
  return `${JSON.stringify(document, undefined, 2)}\n`;
}

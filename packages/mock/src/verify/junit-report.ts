import { COMMAND_NAME } from "../cli/command-name.ts";
import { CATEGORIES, type CountedFinding, factsOf } from "../findings/finding.ts";
import type { OperationOutcome } from "./operation-records.ts";
import { endedEarly, type Report, summaryOf } from "./report.ts";

/** Writes a report as JUnit XML, which build servers read: a test case for each operation. */
export function junitReport(report: Report): string {
  const { operations, target, startedAt, ms } = report;
  const failures = operations.filter((operation) => violationsOf(operation).length > 0).length;
  const skipped = operations.filter(isSkipped).length;
  const { exchanges } = summaryOf(report);
  const early = endedEarly(report);
  const errors = early === undefined ? 0 : 1;
  const counts = `tests="${operations.length + errors}" failures="${failures}" errors="${errors}" skipped="${skipped}"`;
  const seconds = (ms / 1000).toFixed(3);
  const remarks = [
    ...report.remarks,
    ...report.leftovers.map(({ what, reason }) => `Left on the server: ${what}: ${reason}`),
  ];
  return [
    '<?xml version="1.0" encoding="UTF-8"?>\n',
    `<testsuites name="${COMMAND_NAME} verify" ${counts} time="${seconds}">\n`,
    `  <testsuite name="${escapeXml(report.description)}" ${counts} time="${seconds}" timestamp="${startedAt}">\n`,
    `    <properties><property name="target" value="${escapeXml(target)}"/><property name="requests" value="${exchanges}"/></properties>\n`,
    ...operations.map(testCase),
    early === undefined
      ? ""
      : `    <testcase classname="${COMMAND_NAME} verify" name="comes to its end">\n      <error message="${escapeXml(early)}"/>\n    </testcase>\n`,
    remarks.length > 0 ? `    <system-out>${escapeXml(remarks.join("\n"))}</system-out>\n` : "",
    "  </testsuite>\n</testsuites>\n",
  ].join("");
}

function testCase(operation: OperationOutcome): string {
  const { name, method, path, findings, unchecked } = operation;
  const violations = violationsOf(operation);
  const remarks = findings.filter(({ severity }) => severity === "remark");
  const inside = [
    violations.length > 0
      ? `      <failure type="${violations[0]?.category}" message="${escapeXml(titleOf(violations))}">${escapeXml(linesOf(violations))}</failure>\n`
      : "",
    isSkipped(operation) ? `      <skipped message="${escapeXml(unchecked ?? "")}"/>\n` : "",
    remarks.length > 0 ? `      <system-out>${escapeXml(linesOf(remarks))}</system-out>\n` : "",
  ].join("");
  const start = `    <testcase classname="${escapeXml(`${method} ${path}`)}" name="${escapeXml(name)}"`;
  return inside === "" ? `${start}/>\n` : `${start}>\n${inside}    </testcase>\n`;
}

function violationsOf({ findings }: OperationOutcome): CountedFinding[] {
  return findings.filter(({ severity }) => severity === "violation");
}

function isSkipped(operation: OperationOutcome): boolean {
  return operation.unchecked !== undefined && violationsOf(operation).length === 0;
}

function titleOf(violations: readonly CountedFinding[]): string {
  return [...new Set(violations.map(({ category }) => CATEGORIES[category]))].join(", ");
}

function linesOf(findings: readonly CountedFinding[]): string {
  return findings.map(lineOf).join("\n");
}

function lineOf(finding: CountedFinding): string {
  const { category, place, message } = finding;
  const facts = factsOf(finding);
  return `${CATEGORIES[category]}: ${place ? `${place} ` : ""}${message}${facts && ` (${facts})`}`;
}

/** Escapes text for XML 1.0, which cannot hold some characters in any form. */
function escapeXml(text: string): string {
  return text
    .replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, "\u{FFFD}")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("\n", "&#10;");
}

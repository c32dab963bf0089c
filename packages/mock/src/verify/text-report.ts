import { styleText } from "node:util";
import { CATEGORIES, type CountedFinding, factsOf } from "../findings/finding.ts";
import type { OperationOutcome } from "./operation-records.ts";
import { endedEarly, isPartly, type Report, summaryOf } from "./report.ts";

type Format = "bold" | "red" | "green" | "yellow" | "dim";
type Style = (format: Format, text: string) => string;

const WIDTH = 100;
/** The maximum number of findings per operation. A server of another API breaks every field. */
const MAX_FINDINGS = 20;

/** Writes a report for people. */
export function textReport(report: Report, colour: boolean): string {
  const style: Style = (format, text) => (colour ? styleText(format, text, { validateStream: false }) : text);
  const withFindings = report.operations.filter(({ findings }) => findings.length > 0);
  const sections = [
    head(report, style),
    ...withFindings.map((operation) => operationSection(operation, style)),
    listSection(
      "Remarks",
      report.remarks.map((text) => `  ${style("yellow", "!")} ${text}\n`),
      style,
    ),
    listSection("Not checked", notChecked(report.operations, style), style),
    listSection("Left on the server", leftovers(report), style),
    conclusion(report, style),
  ];
  return `${sections.filter((section) => section !== "").join("\n")}`;
}

function head(report: Report, style: Style): string {
  const { operations, checked, partly, exchanges } = summaryOf(report);
  const only = partly > 0 ? `, and only the refusals of ${partly} more` : "";
  return [
    `${style("bold", report.target)} against ${report.description}\n`,
    `${checked} of ${operations} operations checked${only}; ${plural(exchanges, "request")} in ${seconds(report.ms)}\n`,
  ].join("");
}

function operationSection({ name, method, path, findings }: OperationOutcome, style: Style): string {
  const width = Math.max(...findings.map(({ category }) => CATEGORIES[category].length));
  const title = name === `${method} ${path}` ? style("bold", name) : `${style("bold", name)}  ${method} ${path}`;
  const lines = findings.slice(0, MAX_FINDINGS).map((finding) => findingLine(finding, width, style));
  const more = findings.length - lines.length;
  if (more > 0) lines.push(`  ${style("dim", `… and ${more} more, which --json lists`)}\n`);
  return [`${title}\n`, ...lines].join("");
}

function findingLine(finding: CountedFinding, width: number, style: Style): string {
  const { category, severity, place, message } = finding;
  const mark = severity === "violation" ? style("red", "✗") : style("yellow", "!");
  const what = `${place ? `${style("bold", place)} ` : ""}${message}`;
  const facts = factsOf(finding);
  const tail = facts === "" ? "" : style("dim", ` (${facts})`);
  return `  ${mark} ${CATEGORIES[category].padEnd(width)}  ${what}${tail}\n`;
}

/** One entry for each reason, with the operations that it holds for. */
function notChecked(operations: readonly OperationOutcome[], style: Style): string[] {
  const byReason = new Map<string, string[]>();
  for (const operation of operations) {
    const { name, unchecked } = operation;
    if (unchecked === undefined) continue;
    const names = byReason.get(unchecked) ?? [];
    byReason.set(unchecked, [...names, isPartly(operation) ? `${name}*` : name]);
  }
  const entries = [...byReason].map(([reason, names]) => `  ${reason}\n${wrap(names.join(", "), "    ", style)}`);
  return operations.some(isPartly)
    ? [...entries, `  ${style("dim", "* its refusals were checked, its success was not")}\n`]
    : entries;
}

function leftovers({ leftovers }: Report): string[] {
  return leftovers.map(({ what, path, reason }) => `  ${what}${path ? ` at ${path}` : ""}: ${reason}\n`);
}

function listSection(title: string, lines: readonly string[], style: Style): string {
  return lines.length > 0 ? [`${style("bold", title)}\n`, ...lines].join("") : "";
}

function conclusion(report: Report, style: Style): string {
  const { violations, remarks } = summaryOf(report);
  const tail = remarks > 0 ? `, ${plural(remarks, "remark")}` : "";
  const line =
    violations > 0
      ? style("red", `✗ ${plural(violations, "violation")}${tail}`)
      : style("green", `✓ no violations${tail}`);
  const early = report.interrupted ? "interrupted" : "stopped";
  return endedEarly(report) === undefined ? `${line}\n` : `${line}${style("red", `, and ${early} before the end`)}\n`;
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`;
}

function wrap(text: string, indent: string, style: Style): string {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    if (line !== "" && indent.length + line.length + 1 + word.length > WIDTH) {
      lines.push(line);
      line = word;
    } else line = line === "" ? word : `${line} ${word}`;
  }
  return [...lines, line].map((each) => `${indent}${style("dim", each)}\n`).join("");
}

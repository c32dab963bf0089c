import { CHANGE_LEVELS } from "../../src/diff/change.ts";
import type { RuleData, RuleNoun } from "../../src/diff/rules/rule.ts";
import { type DeclaredLevel, declaredLevels, isDeclaredBy, type Report } from "./reports.ts";

const TITLES: Readonly<Record<RuleNoun, string>> = {
  description: "The description as a whole",
  tag: "Tags",
  operation: "Operations",
  parameter: "Parameters",
  body: "Bodies",
  response: "Responses",
  schema: "Schemas",
  type: "Exported types",
  "security scheme": "Security schemes",
  webhook: "Webhooks",
};

/** The page of all rules, with a message for each level where a case gives one. */
export function rulesPage(rules: readonly RuleData[], reports: readonly Report[]): string {
  const sections = Object.entries(TITLES).map(([noun, title]) => {
    const some = rules.filter((rule) => rule.noun === noun).sort((one, other) => (one.id < other.id ? -1 : 1));
    return [`## ${title}`, ...some.map((rule) => ruleText(rule, reports))].join("\n\n");
  });
  return `${[INTRODUCTION, ...sections].join("\n\n")}\n`;
}

const INTRODUCTION = `<!-- Generated from src/diff/rules by \`pnpm docs:rules\`. Do not edit. -->

# Rules of the diff

What \`diffDescriptions\` checks, and the level of each change for those who use the client. Requests are what callers send:
parameters and bodies of operations, and responses to webhooks. Responses are what they get, bodies of webhooks included.
Each level has its reason and a message that it gives.`;

function ruleText(rule: RuleData, reports: readonly Report[]): string {
  const levels = declaredLevels(rule).sort(
    (one, other) =>
      directionRank(one) - directionRank(other) ||
      CHANGE_LEVELS.indexOf(one.level) - CHANGE_LEVELS.indexOf(other.level),
  );
  return [`### \`${rule.id}\``, rule.checks, levels.map((level) => levelText(level, reports)).join("\n")].join("\n\n");
}

const directionRank = ({ direction }: DeclaredLevel): number => (direction === "response" ? 1 : 0);

function levelText(declared: DeclaredLevel, reports: readonly Report[]): string {
  const { direction, level, reason } = declared;
  const example = reports.find((report) => isDeclaredBy(report, declared));
  const place = direction === undefined ? "" : ` in ${direction}s`;
  return `- **${level}**${place}: ${reason}${example ? `\n  → ${example.message}` : ""}`;
}

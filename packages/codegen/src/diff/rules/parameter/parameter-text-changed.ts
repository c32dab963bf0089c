import { defineRule, type Finding, type Rule } from "../../finding.ts";
import type { ParameterPair } from "../../pairs.ts";
import { stable } from "../../schema/stable.ts";

/** What is said about a parameter: its text, examples, that it is deprecated, or secret. */
export const parameterTextChanged: Rule<ParameterPair> = defineRule(
  "parameter-text-changed",
  ({ base, head, pointer }) => {
    const findings: Finding[] = [];
    const add = (level: Finding["level"], what: string): void => {
      findings.push({ level, pointer, isNeutral: true, say: (it, who) => `${who.of(it)} ${what}` });
    };
    if (String(base.description ?? "").trim() !== String(head.description ?? "").trim()) {
      add("documentation", "is described in other words");
    }
    if (examplesOf(base) !== examplesOf(head)) add("documentation", "has other examples");
    if (!base.deprecated && head.deprecated) add("feature", "is deprecated");
    if (base.deprecated && !head.deprecated) add("documentation", "is no longer deprecated");
    const [before, after] = [base["x-sensitive"] === true, head["x-sensitive"] === true];
    if (before !== after) add("fix", `is ${after ? "kept out of" : "no longer kept out of"} errors and logs`);
    return findings;
  },
);

function examplesOf(parameter: object): string {
  const { example, examples } = parameter as { example?: unknown; examples?: unknown };
  return stable([example, examples]);
}

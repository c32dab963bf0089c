import type { ParameterPair } from "../../match/pairs.ts";
import { stableJson } from "../../schema/stable-json.ts";
import { type Difference, defineRule, type Rule } from "../rule.ts";

export const parameterTextChanged: Rule<ParameterPair> = defineRule(
  {
    id: "parameter-text-changed",
    noun: "parameter",
    checks: "The description, examples, deprecation or sensitivity of a parameter changed.",
    levels: {
      both: {
        feature: "It was deprecated: callers need time to replace it.",
        fix: "Errors and logs hide it, or no longer do.",
        documentation: "It is only documentation.",
      },
    },
  },
  ({ base, head, pointer }) => {
    const differences: Difference[] = [];
    const add = (level: Difference["level"], what: string): void => {
      differences.push({
        level,
        pointer,
        isNeutral: true,
        message: (value, subject) => `${subject.of(value)} ${what}`,
      });
    };
    if (String(base.description ?? "").trim() !== String(head.description ?? "").trim()) {
      add("documentation", "is documented differently");
    }
    if (examplesOf(base) !== examplesOf(head)) add("documentation", "has different examples");
    if (!base.deprecated && head.deprecated) add("feature", "is now deprecated");
    if (base.deprecated && !head.deprecated) add("documentation", "is no longer deprecated");
    const [before, after] = [base["x-sensitive"] === true, head["x-sensitive"] === true];
    if (before !== after) add("fix", `is ${after ? "now" : "no longer"} kept out of errors and logs`);
    return differences;
  },
);

function examplesOf(parameter: object): string {
  const { example, examples } = parameter as { example?: unknown; examples?: unknown };
  return stableJson([example, examples]);
}

import type { BranchPair } from "../../match/pairs.ts";
import { inBackticks } from "../../report/quote.ts";
import { type Difference, defineRule, type Rule } from "../rule.ts";

/** Formats by those that they include. */
const WIDER: Readonly<Record<string, string>> = { int32: "int64", float: "double" };

export const formatChanged: Rule<BranchPair> = defineRule(
  {
    id: "format-changed",
    noun: "schema",
    checks: "The format of a value changed.",
    levels: {
      request: {
        breaking: "Values in the old format are rejected.",
        feature: "The new format includes the old one, or there is none any more.",
      },
      response: {
        breaking: "The type changes between `Blob` and another one (`binary`).",
        fix: "No type depends on other formats.",
      },
    },
  },
  ({ branches, pointer, direction }) => {
    const [before, after] = [formatOf(branches.base), formatOf(branches.head)];
    if (before === after) return [];
    const level = levelOf(before, after, direction);
    const message: Difference["message"] = (value, subject) => {
      const start = `${subject.name} now ${subject.handles(direction)} ${value}`;
      if (after === undefined) return `${start} in any format instead of only ${inBackticks(before ?? "")}`;
      const instead = before === undefined ? "" : ` instead of ${inBackticks(before)}`;
      return `${start} in the format ${inBackticks(after)}${instead}`;
    };
    return [{ level, pointer, before, after, message }];
  },
);

function formatOf({ limits }: BranchPair["branches"]["base"]): string | undefined {
  const format = limits.get("format");
  return format === undefined ? undefined : String(format);
}

function levelOf(before = "", after = "", direction: BranchPair["direction"]): Difference["level"] {
  if (before === "binary" || after === "binary") return "breaking";
  if (direction === "response") return "fix";
  return after === "" || WIDER[before] === after ? "feature" : "breaking";
}

import type { BranchPair } from "../../match/pairs.ts";
import { enumerate, quoteValue } from "../../report/quote.ts";
import { stableJson } from "../../schema/stable-json.ts";
import { narrowed, widened } from "../levels.ts";
import { type Difference, defineRule, type Rule } from "../rule.ts";

export const enumChanged: Rule<BranchPair> = defineRule(
  {
    id: "enum-changed",
    noun: "schema",
    checks: "The values of an enumeration changed.",
    levels: {
      request: { breaking: "Values that callers send are rejected.", feature: "More values are accepted." },
      response: {
        breaking: "Callers may get values for which an exhaustive `switch` has no case.",
        feature: "Callers get fewer values.",
      },
    },
  },
  ({ branches, pointer, direction }) => {
    const [before, after] = [branches.base.values, branches.head.values];
    if (!before && !after) return [];
    const isRequest = direction === "request";
    const differences: Difference[] = [];
    const { type } = branches.head;
    const add = (level: Difference["level"], message: Difference["message"]): void => {
      differences.push({
        level,
        pointer,
        before,
        after,
        message,
        migration: isRequest ? { what: "call" } : shown(before, after, type),
      });
    };
    if (!after) {
      add(widened(direction), (value, subject) => {
        return isRequest
          ? `${subject.name} now ${subject.verb("takes", "take")} any ${type} for ${value}`
          : `${subject.name} may ${subject.give} any ${type} for ${value}${subject.status}`;
      });
      return differences;
    }
    if (!before) {
      add(narrowed(direction), (value, subject) => {
        return `${subject.name} now ${subject.handles(direction)} only ${list(after)} for ${value}${subject.status}`;
      });
      return differences;
    }
    const [removed, added] = [without(before, after), without(after, before)];
    if (removed.length > 0) {
      add(narrowed(direction), (value, subject) => {
        return `${subject.name} no longer ${subject.handles(direction)} ${list(removed)} for ${value}${subject.status}`;
      });
    }
    if (added.length > 0) {
      add(widened(direction), (value, subject) => {
        return isRequest
          ? `${subject.name} also ${subject.verb("takes", "take")} ${list(added)} for ${value}`
          : `${subject.name} may also ${subject.give} ${list(added)} for ${value}${subject.status}`;
      });
    }
    return differences;
  },
);

function without(values: readonly unknown[], others: readonly unknown[]): unknown[] {
  const known = new Set(others.map(stableJson));
  return values.filter((value) => !known.has(stableJson(value)));
}

const list = (values: readonly unknown[]): string => enumerate(values.map(quoteValue));

function shown(
  before: readonly unknown[] | undefined,
  after: readonly unknown[] | undefined,
  type: string,
): Difference["migration"] {
  const text = (values: readonly unknown[] | undefined): string => values?.map(stableJson).join(" | ") ?? type;
  return { what: "result", how: "type", before: text(before), after: text(after) };
}

import type { BranchPair } from "../../match/pairs.ts";
import type { Branch } from "../../schema/branch.ts";
import { allowsLess, boundOf, LIMITS, type LimitKind } from "../../schema/limits.ts";
import { stableJson } from "../../schema/stable-json.ts";
import { type Difference, defineRule, type Rule } from "../rule.ts";
import { type Limit, limitText } from "./limit-text.ts";

/** A limit that was added, removed or changed. */
interface LimitChange {
  readonly before: Limit | undefined;
  readonly after: Limit | undefined;
  readonly isTighter: boolean;
}

export const limitChanged: Rule<BranchPair> = defineRule(
  {
    id: "limit-changed",
    noun: "schema",
    checks: "A limit on the length, size or form of a value changed.",
    levels: {
      request: { breaking: "Values that were valid are rejected.", feature: "More values are valid." },
      response: { fix: "No type depends on limits." },
    },
  },
  ({ branches, pointer, direction }) =>
    limitChanges(branches.base, branches.head).map(({ before, after, isTighter }): Difference => {
      const values = { before: before?.value, after: after?.value };
      if (direction === "response") {
        const message: Difference["message"] = (value, subject) => {
          return after
            ? `${subject.of(value)} ${limitText(after, "statement")}`
            : `${subject.of(value)} need no longer ${limitText(before)}`;
        };
        return { level: "fix", pointer, ...values, message };
      }
      return {
        level: isTighter ? "breaking" : "feature",
        pointer,
        ...values,
        message: (value, subject) => {
          if (!after) {
            return `${subject.name} no longer ${subject.verb("requires", "require")} ${value} to ${limitText(before)}`;
          }
          const verb = isTighter ? subject.verb("requires", "require") : subject.verb("allows", "allow");
          const instead = before ? ` instead of ${limitText(before, "bare")}` : "";
          return `${subject.name} now ${verb} ${value} to ${limitText(after)}${instead}`;
        },
      };
    }),
);

/** Keywords that are compared one by one: formats have their own rule, and each end of a range has two keywords. */
const KEYWORDS = Object.entries(LIMITS).filter(([keyword, { kind }]) => kind !== "format" && !/imum$/.test(keyword));

function limitChanges(base: Branch, head: Branch): LimitChange[] {
  const changes = KEYWORDS.flatMap(([keyword, { kind }]): LimitChange[] => {
    const [before, after] = [limitOf(base, keyword), limitOf(head, keyword)];
    if (stableJson(before?.value) === stableJson(after?.value)) return [];
    return [{ before, after, isTighter: isTighter(keyword, kind, before?.value, after?.value) }];
  });
  for (const end of ["least", "most"] as const) {
    const [before, after] = [boundOf(base, end), boundOf(head, end)];
    if (before?.value === after?.value && before?.isExclusive === after?.isExclusive) continue;
    changes.push({ before, after, isTighter: after !== undefined && (!before || allowsLess(after, before, end)) });
  }
  return changes;
}

function limitOf({ limits }: Branch, keyword: string): Limit | undefined {
  return limits.has(keyword) ? { keyword, value: limits.get(keyword) } : undefined;
}

/** Patterns cannot be compared, so another one counts as tighter. */
function isTighter(keyword: string, kind: LimitKind, before: unknown, after: unknown): boolean {
  if (before === undefined || after === undefined) return before === undefined;
  if (kind === "least") return Number(after) > Number(before);
  if (kind === "most") return Number(after) < Number(before);
  if (keyword !== "multipleOf") return true;
  // A multiple of 4 is a multiple of 2.
  const steps = [before].flat().map(Number);
  return ![after].flat().every((step) => steps.some((old) => Number.isInteger(old / Number(step))));
}

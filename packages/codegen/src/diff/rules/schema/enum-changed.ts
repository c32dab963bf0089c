import { defineRule, type Finding, type Rule } from "../../finding.ts";
import type { BranchPair } from "../../pairs.ts";
import { stable } from "../../schema/stable.ts";
import { narrowed, widened } from "../levels.ts";
import { enumerate, quoteValue } from "../quote.ts";

/**
 * Other values of an enumeration. A new one in what callers get breaks them: the type is a union of literals, so that a
 * `switch` over all of them does not compile any more, and one that is compiled meets a value that it has no case for.
 */
export const enumChanged: Rule<BranchPair> = defineRule("enum-changed", ({ branches, pointer, direction }) => {
  const [before, after] = [branches.base.values, branches.head.values];
  if (!before && !after) return [];
  const isRequest = direction === "request";
  const findings: Finding[] = [];
  const { type } = branches.head;
  const add = (level: Finding["level"], say: Finding["say"]): void => {
    findings.push({
      level,
      pointer,
      before,
      after,
      say,
      shows: isRequest ? { what: "call" } : shown(before, after, type),
    });
  };
  if (!after) {
    add(widened(direction), (it, who) => {
      return isRequest
        ? `${who.name} ${who.verb("takes", "take")} any ${type} for ${it}`
        : `${who.name} may give any ${type} for ${it}${who.status}`;
    });
    return findings;
  }
  if (!before) {
    add(narrowed(direction), (it, who) => {
      const verb = isRequest ? who.verb("takes", "take") : who.gives;
      return `${who.name} ${verb} only ${list(after)} for ${it}${who.status}`;
    });
    return findings;
  }
  const [gone, fresh] = [without(before, after), without(after, before)];
  if (gone.length > 0) {
    add(narrowed(direction), (it, who) => {
      const verb = isRequest ? who.verb("takes", "take") : who.gives;
      return `${who.name} no longer ${verb} ${list(gone)} for ${it}${who.status}`;
    });
  }
  if (fresh.length > 0) {
    add(widened(direction), (it, who) => {
      return isRequest
        ? `${who.name} also ${who.verb("takes", "take")} ${list(fresh)} for ${it}`
        : `${who.name} may also give ${list(fresh)} for ${it}${who.status}`;
    });
  }
  return findings;
});

function without(values: readonly unknown[], others: readonly unknown[]): unknown[] {
  const known = new Set(others.map(stable));
  return values.filter((value) => !known.has(stable(value)));
}

const list = (values: readonly unknown[]): string => enumerate(values.map(quoteValue));

function shown(
  before: readonly unknown[] | undefined,
  after: readonly unknown[] | undefined,
  type: string,
): Finding["shows"] {
  const text = (values: readonly unknown[] | undefined): string => values?.map(stable).join(" | ") ?? type;
  return { what: "result", how: "type", before: text(before), after: text(after) };
}

import { defineRule, type Finding, type Rule } from "../../finding.ts";
import type { BranchPair } from "../../pairs.ts";
import { quote } from "../quote.ts";

/** Formats that hold more than others. */
const WIDER: Readonly<Record<string, string>> = { int32: "int64", float: "double" };

/**
 * Another format. Servers check formats of what is sent; of what callers get, only `binary` reaches a type, which is
 * `Blob` then.
 */
export const formatChanged: Rule<BranchPair> = defineRule("format-changed", ({ branches, pointer, direction }) => {
  const [before, after] = [formatOf(branches.base), formatOf(branches.head)];
  if (before === after) return [];
  const level = levelOf(before, after, direction);
  const say: Finding["say"] = (it, who) => {
    const verb = direction === "request" ? who.verb("takes", "take") : who.gives;
    if (after === undefined) return `${who.name} ${verb} ${it} in no particular format; it was ${quote(before ?? "")}`;
    return `${who.name} ${verb} ${it} in the format ${quote(after)}${before === undefined ? "" : `; it was ${quote(before)}`}`;
  };
  return [{ level, pointer, before, after, say }];
});

function formatOf({ limits }: BranchPair["branches"]["base"]): string | undefined {
  const format = limits.get("format");
  return format === undefined ? undefined : String(format);
}

function levelOf(before = "", after = "", direction: BranchPair["direction"]): Finding["level"] {
  if (before === "binary" || after === "binary") return "breaking";
  if (direction === "response") return "fix";
  return after === "" || WIDER[before] === after ? "feature" : "breaking";
}

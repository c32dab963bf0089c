import type { Change } from "@keynest/codegen";
import { style } from "../terminal.ts";
import type { SpecDiff } from "./compare-spec.ts";
import { byLevel } from "./levels.ts";
import { SPEC_FOLDER } from "./repository.ts";
import { verdict } from "./verdict.ts";

const COLOURS = { breaking: "red", feature: "green", fix: "yellow", documentation: "dim" } as const;

/** The most documentation changes that are listed. */
const MOST_TEXTS = 8;

/** Prints the changes as text, by level, then by operation. */
export function printText(diff: SpecDiff): string {
  const lines = [`${SPEC_FOLDER}/ compared with ${style("bold", diff.base)}`, ""];
  for (const { level, title, changes } of byLevel(diff.changes)) {
    lines.push(style(["bold", COLOURS[level]], `${title} (${changes.length})`));
    const shown = level === "documentation" ? changes.slice(0, MOST_TEXTS) : changes;
    for (const [operation, some] of byOperation(shown)) {
      if (operation !== "") lines.push(`  ${style("cyan", operation)}`);
      const indent = operation === "" ? "  " : "    ";
      for (const { message, pointer } of some) lines.push(`${indent}${message}  ${style("dim", pointer)}`);
    }
    if (shown.length < changes.length) lines.push(`  … and ${changes.length - shown.length} more (--json lists all)`);
    lines.push("");
  }
  lines.push(verdict(diff));
  return `${lines.join("\n")}\n`;
}

/** Groups changes by operation. Changes of several operations, or none, come first. */
function byOperation(changes: readonly Change[]): Map<string, Change[]> {
  const groups = new Map<string, Change[]>([["", []]]);
  for (const change of changes) {
    const key = change.operationId ?? "";
    groups.set(key, [...(groups.get(key) ?? []), change]);
  }
  return new Map([...groups].filter(([, some]) => some.length > 0));
}

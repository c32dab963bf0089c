import { isObject } from "../../../document/openapi.ts";
import { defineRule, type Finding, type Rule } from "../../finding.ts";
import { tagPointer, usedTags } from "../../matching/tags.ts";
import type { DescriptionPair } from "../../pairs.ts";
import { stable } from "../../schema/stable.ts";
import { quote } from "../quote.ts";

/** The texts about the whole, and about tags. The version in `info` is no text: it says nothing of its own. */
export const generalTextChanged: Rule<DescriptionPair> = defineRule("general-text-changed", ({ base, head }) => {
  const findings: Finding[] = [];
  if (infoOf(base) !== infoOf(head)) {
    findings.push({ level: "documentation", pointer: "#/info", say: () => "The API is described in other words" });
  }
  const [before, after] = [tagTexts(base), tagTexts(head)];
  // Tags that came or went are told of as that.
  const used = usedTags(base);
  for (const name of [...usedTags(head)].filter((tag) => used.has(tag))) {
    if ((before.get(name) ?? "") === (after.get(name) ?? "")) continue;
    const say = (): string => `The tag ${quote(name)} is described in other words`;
    findings.push({ level: "documentation", pointer: tagPointer(head, name), say });
  }
  return findings;
});

function infoOf({ document }: DescriptionPair["base"]): string {
  const { version, ...texts } = isObject(document.info) ? document.info : ({} as Record<string, unknown>);
  return stable(Object.fromEntries(Object.entries(texts).filter(([key]) => !key.startsWith("x-"))));
}

function tagTexts({ document }: DescriptionPair["base"]): Map<string, string> {
  const tags = Array.isArray(document.tags) ? document.tags : [];
  return new Map(tags.map((tag) => [String(tag?.name), String(tag?.description ?? "").trim()]));
}

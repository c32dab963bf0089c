import { isObject } from "../../../description/openapi.ts";
import { defineRule, type Finding, type Rule } from "../../finding.ts";
import type { DescriptionPair } from "../../pairs.ts";
import { stable } from "../../schema/stable.ts";
import { quote } from "../quote.ts";

/** The texts about the whole, and about tags. The version in `info` is no text: it says nothing of its own. */
export const generalTextChanged: Rule<DescriptionPair> = defineRule("general-text-changed", ({ base, head }) => {
  const findings: Finding[] = [];
  if (infoOf(base) !== infoOf(head)) {
    findings.push({ level: "documentation", pointer: "#/info", say: () => "The API is described in other words" });
  }
  const before = tagTexts(base);
  for (const [name, { text, position }] of tagTexts(head)) {
    if (!before.has(name) || before.get(name)?.text === text) continue;
    const say = (): string => `The tag ${quote(name)} is described in other words`;
    findings.push({ level: "documentation", pointer: `#/tags/${position}`, say });
  }
  return findings;
});

function infoOf({ document }: DescriptionPair["base"]): string {
  const { version, ...texts } = isObject(document.info) ? document.info : ({} as Record<string, unknown>);
  return stable(Object.fromEntries(Object.entries(texts).filter(([key]) => !key.startsWith("x-"))));
}

function tagTexts({ document }: DescriptionPair["base"]): Map<string, { text: string; position: number }> {
  const tags = Array.isArray(document.tags) ? document.tags : [];
  return new Map(
    tags.map((tag, position) => [String(tag?.name), { text: String(tag?.description ?? "").trim(), position }]),
  );
}

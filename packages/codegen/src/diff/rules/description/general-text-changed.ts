import { isObject } from "../../../document/openapi.ts";
import type { Sides } from "../../match/sides.ts";
import { tagPointer, usedTags } from "../../match/tags.ts";
import { inBackticks } from "../../report/quote.ts";
import { stableJson } from "../../schema/stable-json.ts";
import { type Difference, defineRule, type Rule } from "../rule.ts";

export const generalTextChanged: Rule<Sides> = defineRule(
  {
    id: "general-text-changed",
    noun: "description",
    checks: "The texts about the API or a tag changed, apart from the version.",
    levels: { both: { documentation: "They are only documentation." } },
  },
  ({ base, head }) => {
    const differences: Difference[] = [];
    if (infoOf(base) !== infoOf(head)) {
      differences.push({
        level: "documentation",
        pointer: "#/info",
        message: () => "The API is documented differently",
      });
    }
    const [before, after] = [tagTexts(base), tagTexts(head)];
    // `tag-added` and `tag-removed` report the others.
    const used = usedTags(base);
    for (const name of [...usedTags(head)].filter((tag) => used.has(tag))) {
      if ((before.get(name) ?? "") === (after.get(name) ?? "")) continue;
      const message = (): string => `The tag ${inBackticks(name)} is documented differently`;
      differences.push({ level: "documentation", pointer: tagPointer(head, name), message });
    }
    return differences;
  },
);

function infoOf({ document }: Sides["base"]): string {
  const { version, ...texts } = isObject(document.info) ? document.info : ({} as Record<string, unknown>);
  return stableJson(Object.fromEntries(Object.entries(texts).filter(([key]) => !key.startsWith("x-"))));
}

function tagTexts({ model }: Sides["base"]): Map<string, string> {
  return new Map(model.tags.map(({ name, description = "" }) => [name, description.trim()]));
}

import { defineRule, type Rule } from "../../finding.ts";
import type { SchemaPair } from "../../pairs.ts";

const TEXTS = ["title", "description"];

/** Title or description: what stands in the comments of the generated code. */
export const textChanged: Rule<SchemaPair> = defineRule("text-changed", ({ all, base, head, pointer }) => {
  const text = ({ schemas }: typeof all.base, schema: typeof base, keyword: string): string =>
    String(schemas.annotation(schema, keyword) ?? "").trim();
  if (TEXTS.every((keyword) => text(all.base, base, keyword) === text(all.head, head, keyword))) return [];
  return [
    {
      level: "documentation",
      pointer,
      isNeutral: true,
      say: (it, who) => `${who.of(it)} is described in other words`,
    },
  ];
});

import type { SchemaPair } from "../../match/pairs.ts";
import { defineRule, type Rule } from "../rule.ts";

const TEXTS = ["title", "description"];

export const textChanged: Rule<SchemaPair> = defineRule(
  {
    id: "text-changed",
    noun: "schema",
    checks: "The title or description of a schema changed.",
    levels: { both: { documentation: "It is only documentation." } },
  },
  ({ sides, base, head, pointer }) => {
    const text = ({ schemas }: typeof sides.base, schema: typeof base, keyword: string): string =>
      String(schemas.annotation(schema, keyword) ?? "").trim();
    if (TEXTS.every((keyword) => text(sides.base, base, keyword) === text(sides.head, head, keyword))) return [];
    return [
      {
        level: "documentation",
        pointer,
        isNeutral: true,
        message: (value, subject) => `${subject.of(value)} is documented differently`,
      },
    ];
  },
);

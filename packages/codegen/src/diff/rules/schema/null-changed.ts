import type { SchemaPair } from "../../match/pairs.ts";
import type { Sides } from "../../match/sides.ts";
import type { Conjunction } from "../../schema/branch.ts";
import { typeText } from "../../schema/type-text.ts";
import { narrowed, widened } from "../levels.ts";
import { defineRule, type Rule } from "../rule.ts";

export const nullChanged: Rule<SchemaPair> = defineRule(
  {
    id: "null-changed",
    noun: "schema",
    checks: "A value became nullable, or no longer is.",
    levels: {
      request: { breaking: "Calls that send null are rejected.", feature: "Calls may send null." },
      response: {
        breaking: "Callers may get null and do not expect it.",
        feature: "Callers no longer have to expect null.",
      },
    },
  },
  ({ sides, base, head, pointer, direction }) => {
    const [before, after] = [nullability(sides.base, base), nullability(sides.head, head)];
    if (before === undefined || after === undefined || before === after) return [];
    const [was, is] = [typeText(sides.base, base), typeText(sides.head, head)];
    const isRequest = direction === "request";
    return [
      {
        level: after ? widened(direction) : narrowed(direction),
        pointer,
        before: was,
        after: is,
        message: (value, subject) => {
          const end = `null for ${value}${subject.status}`;
          if (!after) return `${subject.name} no longer ${subject.handles(direction)} ${end}`;
          return `${subject.name} ${isRequest ? `also ${subject.handles(direction)}` : `may ${subject.give}`} ${end}`;
        },
        migration: isRequest ? { what: "call" } : { what: "result", how: "type", before: was, after: is },
      },
    ];
  },
);

/** Whether null is one of several types; undefined for `any` and for null alone, which `type-changed` reports. */
function nullability({ schemas }: Sides["base"], schema: Conjunction): boolean | undefined {
  const types = schemas.branches(schema).map(({ type }) => type);
  return types.includes("any") || types.every((type) => type === "null") ? undefined : types.includes("null");
}

import { componentName, isObject } from "../../../document/openapi.ts";
import type { SchemaPair } from "../../match/pairs.ts";
import type { Sides } from "../../match/sides.ts";
import { enumerate, inBackticks } from "../../report/quote.ts";
import type { Conjunction } from "../../schema/branch.ts";
import { defineRule, type Rule } from "../rule.ts";

/** The property that tells variants apart, and its values. */
interface Discriminator {
  readonly property: string;
  readonly values: readonly string[];
}

export const discriminatorChanged: Rule<SchemaPair> = defineRule(
  {
    id: "discriminator-changed",
    noun: "schema",
    checks:
      "The property that tells variants apart changed, or its values: an unmapped variant has the name of its component (OpenAPI 3.1.1, section 4.8.25).",
    levels: {
      both: {
        breaking: "Programs tell the variants apart by the old property or value.",
        feature: "Programs can tell the variants apart, or more of them.",
      },
    },
  },
  ({ sides, base, head, pointer }) => {
    const [before, after] = [discriminatorOf(sides.base, base), discriminatorOf(sides.head, head)];
    if (textOf(before) === textOf(after)) return [];
    const isKept = before && after?.property === before.property;
    const isExtended = before === undefined || (isKept && before.values.every((value) => after.values.includes(value)));
    return [
      {
        level: isExtended ? "feature" : "breaking",
        pointer,
        before: before && textOf(before),
        after: after && textOf(after),
        isNeutral: true,
        message: (value, subject) => {
          const variants = `The variants of ${subject.of(value)}`;
          if (!after) return `${variants} are no longer told apart by ${textOf(before)}`;
          const instead = before ? ` instead of ${textOf(before)}` : "";
          return `${variants} are now told apart by ${textOf(after)}${instead}`;
        },
      },
    ];
  },
);

function discriminatorOf({ schemas }: Sides["base"], schema: Conjunction): Discriminator | undefined {
  const given = schemas.annotation(schema, "discriminator");
  if (!isObject(given) || typeof given.propertyName !== "string") return undefined;
  const mapping = isObject(given.mapping) ? given.mapping : {};
  const mapped = new Set(Object.values(mapping).map(String));
  const variants = schemas.parts(schema).flatMap(({ oneOf, anyOf }) => [oneOf, anyOf].filter(Array.isArray).flat());
  const implied = variants.flatMap((one) => (mapped.has(String(one?.$ref)) ? [] : (componentName(one) ?? [])));
  return { property: given.propertyName, values: [...new Set([...Object.keys(mapping), ...implied])].sort() };
}

function textOf(discriminator: Discriminator | undefined): string {
  if (!discriminator) return "nothing";
  const { property, values } = discriminator;
  return values.length > 0
    ? `${inBackticks(property)} (${enumerate(values.map(inBackticks), values.length)})`
    : inBackticks(property);
}

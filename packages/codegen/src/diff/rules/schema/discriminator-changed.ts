import { componentName, isObject } from "../../../document/openapi.ts";
import { defineRule, type Rule } from "../../finding.ts";
import type { DescriptionPair, SchemaPair } from "../../pairs.ts";
import type { Conjunction } from "../../schema/branch.ts";
import { enumerate, quote } from "../quote.ts";

/** What variants are told apart by. */
interface Discriminator {
  readonly property: string;
  readonly values: readonly string[];
}

/**
 * Another property that variants are told apart by, or other values of it. A variant without a value of its own goes by
 * the name of its component, which is on the wire then (OpenAPI 3.1.1, section 4.8.25).
 */
export const discriminatorChanged: Rule<SchemaPair> = defineRule(
  "discriminator-changed",
  ({ all, base, head, pointer }) => {
    const [before, after] = [discriminatorOf(all.base, base), discriminatorOf(all.head, head)];
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
        say: (it, who) => `The variants of ${who.of(it)} are told apart by ${textOf(after)}; it was ${textOf(before)}`,
      },
    ];
  },
);

function discriminatorOf({ schemas }: DescriptionPair["base"], schema: Conjunction): Discriminator | undefined {
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
  return values.length > 0 ? `${quote(property)} (${enumerate(values.map(quote), values.length)})` : quote(property);
}

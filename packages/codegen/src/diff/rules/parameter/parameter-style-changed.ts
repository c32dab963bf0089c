import type { DescribedParameter } from "../../described.ts";
import { defineRule, type Rule } from "../../finding.ts";
import type { ParameterPair } from "../../pairs.ts";
import type { Schemas } from "../../schema/schemas.ts";
import { quote } from "../quote.ts";

/** Another way of writing (`style`, `explode`, `allowReserved`, `content`): the same call gives another request. */
export const parameterStyleChanged: Rule<ParameterPair> = defineRule(
  "parameter-style-changed",
  ({ all, base, head, pointer }) => {
    const [before, after] = [styleOf(base), styleOf(head)];
    if (before === after || base.in !== head.in) return [];
    const isPlain = isScalar(all.base.schemas, base) && isScalar(all.head.schemas, head);
    if (isPlain && styleOf({ ...base, explode: false }) === styleOf({ ...head, explode: false })) return [];
    return [
      {
        level: "breaking",
        pointer,
        before,
        after,
        say: (it, who) =>
          `${who.name} ${who.verb("writes", "write")} ${it} as ${quote(after)}; it was ${quote(before)}`,
      },
    ];
  },
);

/** With the defaults of OpenAPI 3.1.1, section 4.8.12.2. */
function styleOf({ in: place, style, explode, allowReserved, content }: DescribedParameter): string {
  const [media] = Object.keys(content ?? {});
  if (media !== undefined) return media.toLowerCase();
  const usual = place === "query" || place === "cookie" ? "form" : "simple";
  const name = style ?? usual;
  const isExploded = explode ?? name === "form";
  return [name, isExploded ? "exploded" : "", allowReserved === true ? "with reserved characters" : ""]
    .filter(Boolean)
    .join(", ");
}

/** Whether there is nothing to spread: `explode` says nothing of a single value. */
function isScalar(schemas: Schemas, { origin }: DescribedParameter): boolean {
  const { schema } = origin;
  return schemas.branches(schema ? [schema] : []).every(({ type }) => !["any", "object", "array"].includes(type));
}

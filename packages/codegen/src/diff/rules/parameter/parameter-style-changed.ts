import type { ParameterModel } from "../../../model/parameters.ts";
import type { ParameterPair } from "../../match/pairs.ts";
import { inBackticks } from "../../report/quote.ts";
import type { Schemas } from "../../schema/schemas.ts";
import { defineRule, type Rule } from "../rule.ts";

export const parameterStyleChanged: Rule<ParameterPair> = defineRule(
  {
    id: "parameter-style-changed",
    noun: "parameter",
    checks: "The serialization of a parameter changed: `style`, `explode`, `allowReserved` or `content`.",
    levels: { request: { breaking: "Programs that are not updated serialize it as before." } },
  },
  ({ sides, base, head, pointer }) => {
    const [before, after] = [styleOf(base), styleOf(head)];
    if (before === after || base.in !== head.in) return [];
    const isPlain = isScalar(sides.base.schemas, base) && isScalar(sides.head.schemas, head);
    if (isPlain && styleOf({ ...base, explode: false }) === styleOf({ ...head, explode: false })) return [];
    return [
      {
        level: "breaking",
        pointer,
        before,
        after,
        message: (value, subject) =>
          `${subject.name} now ${subject.verb("serializes", "serialize")} ${value} as ${inBackticks(after)} instead of ${inBackticks(before)}`,
      },
    ];
  },
);

/** With the defaults of OpenAPI 3.1.1, section 4.8.12.2. */
function styleOf({ in: place, style, explode, allowReserved, content }: ParameterModel): string {
  const [media] = Object.keys(content ?? {});
  if (media !== undefined) return media.toLowerCase();
  const usual = place === "query" || place === "cookie" ? "form" : "simple";
  const name = style ?? usual;
  const isExploded = explode ?? name === "form";
  return [name, isExploded ? "exploded" : "", allowReserved === true ? "with reserved characters" : ""]
    .filter(Boolean)
    .join(", ");
}

/** Whether it is always a single value, to which `explode` does not apply. */
function isScalar(schemas: Schemas, { node }: ParameterModel): boolean {
  const { schema } = node;
  return schemas.branches(schema ? [schema] : []).every(({ type }) => !["any", "object", "array"].includes(type));
}

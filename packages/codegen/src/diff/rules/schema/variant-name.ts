import { enumerate, inBackticks } from "../../report/quote.ts";
import type { Branch } from "../../schema/branch.ts";
import type { Side } from "../../side.ts";

/** Names a variant by its exported type, or by its fields. */
export function variantName({ type, names, properties, limits }: Branch, { model }: Side): string {
  const [name] = [...names].flatMap((one) => model.schemas.get(one)?.typeName ?? []);
  if (name !== undefined) return inBackticks(name);
  const format = limits.get("format");
  if (properties.size === 0)
    return `${/^[aio]/.test(type) ? "an" : "a"} ${type}${format ? ` (${String(format)})` : ""}`;
  return `an object with ${enumerate([...properties.keys()].map(inBackticks))}`;
}

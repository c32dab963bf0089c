import type { Branch, Conjunction, JsonType, Property } from "./branch.ts";
import { LIMITS, tightest } from "./limits.ts";
import { stableJson } from "./stable-json.ts";

/** The most branches of a schema. The rest is left out, because hostile descriptions can have any number. */
const MOST_BRANCHES = 256;

/** Returns the branches of values that are valid for both schemas, as in an `allOf`. */
export function intersect(some: readonly Branch[], others: readonly Branch[]): Branch[] {
  if (some.length * others.length > MOST_BRANCHES) return [...(some.length > others.length ? some : others)];
  return some.flatMap((one) => others.flatMap((other) => intersectTwo(one, other) ?? []));
}

function intersectTwo(one: Branch, other: Branch): Branch | undefined {
  const type = commonType(one.type, other.type);
  if (type === undefined) return undefined;
  const values = bothValues(one.values, other.values);
  if (values?.length === 0) return undefined;
  return {
    type,
    values,
    limits: mergeMaps(one.limits, other.limits, (a, b, keyword) => tightest(keyword, a, b), appliesTo(type)),
    properties: mergeMaps(one.properties, other.properties, bothProperties),
    additional: bothAdditional(one.additional, other.additional),
    items: both(one.items, other.items),
    prefix: Array.from({ length: Math.max(one.prefix.length, other.prefix.length) }, (_, position) => {
      return both(one.prefix[position], other.prefix[position]) ?? [];
    }),
    conditions: mergeMaps(one.conditions, other.conditions, (a, b) => (stableJson(a) === stableJson(b) ? a : [a, b])),
    names: new Set([...one.names, ...other.names]),
  };
}

function commonType(one: JsonType, other: JsonType): JsonType | undefined {
  if (one === other || other === "any") return one;
  if (one === "any") return other;
  const types = [one, other];
  return types.includes("number") && types.includes("integer") ? "integer" : undefined;
}

const appliesTo =
  (type: JsonType) =>
  (keyword: string): boolean =>
    type === "any" || LIMITS[keyword]?.types.includes(type) !== false;

function bothValues(one: Branch["values"], other: Branch["values"]): Branch["values"] {
  if (!one || !other) return one ?? other;
  const known = new Set(other.map(stableJson));
  return one.filter((value) => known.has(stableJson(value)));
}

function bothProperties(one: Property, other: Property): Property {
  return { schemas: both(one.schemas, other.schemas) ?? [], required: one.required || other.required };
}

function both(one: Conjunction | undefined, other: Conjunction | undefined): Conjunction | undefined {
  return one && other ? [...new Set([...one, ...other])] : (one ?? other);
}

function bothAdditional(one: Branch["additional"], other: Branch["additional"]): Branch["additional"] {
  if (one === false || other === false) return false;
  return both(one as Conjunction | undefined, other as Conjunction | undefined);
}

function mergeMaps<Value>(
  one: ReadonlyMap<string, Value>,
  other: ReadonlyMap<string, Value>,
  merge: (one: Value, other: Value, key: string) => Value,
  keep: (key: string) => boolean = () => true,
): Map<string, Value> {
  const merged = new Map([...one].filter(([key]) => keep(key)));
  for (const [key, value] of other) {
    if (!keep(key)) continue;
    const present = merged.get(key);
    merged.set(key, merged.has(key) ? merge(present as Value, value, key) : value);
  }
  return merged;
}

/** Returns the branches of values that are valid for any schema, as in an `anyOf`. Merges simple branches of one type. */
export function unite(branches: readonly Branch[]): Branch[] {
  if (branches.some((branch) => branch.type === "any" && isPlain(branch))) return branches.filter(isAny).slice(0, 1);
  const united: Branch[] = [];
  for (const branch of branches) {
    const position = united.findIndex((one) => isMergeable(one, branch));
    const present = united[position];
    if (present) united[position] = mergeScalars(present, branch);
    else if (united.length < MOST_BRANCHES) united.push(branch);
  }
  return united;
}

const isAny = (branch: Branch): boolean => branch.type === "any" && isPlain(branch);

/** Whether a branch restricts values only by their type, or to a list of them. */
function isPlain({ limits, properties, items, additional, conditions }: Branch): boolean {
  return limits.size + properties.size + conditions.size === 0 && items === undefined && additional === undefined;
}

function isMergeable(one: Branch, other: Branch): boolean {
  if (one.type !== other.type || !isScalar(one)) return false;
  return one.type === "null" || isFree(one) || isFree(other) || (isPlain(one) && isPlain(other));
}

const isScalar = ({ type }: Branch): boolean => type !== "object" && type !== "array" && type !== "any";

/** Whether every value of a scalar type is allowed. */
export function isFree(branch: Branch): boolean {
  return isScalar(branch) && isPlain(branch) && branch.values === undefined;
}

function mergeScalars(one: Branch, other: Branch): Branch {
  const values = one.values && other.values ? [...one.values, ...other.values] : undefined;
  const distinct = values && [...new Map(values.map((value) => [stableJson(value), value])).values()];
  return { ...(isFree(other) ? other : one), values: distinct, names: new Set([...one.names, ...other.names]) };
}

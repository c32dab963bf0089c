/** The parts of a JSON Schema that findings need. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly properties?: Readonly<Record<string, Schema | boolean>>;
  readonly patternProperties?: Readonly<Record<string, Schema | boolean>>;
  readonly additionalProperties?: Schema | boolean;
  readonly unevaluatedProperties?: Schema | boolean;
  readonly required?: readonly string[];
  readonly items?: Schema | boolean | readonly (Schema | boolean)[];
  readonly prefixItems?: readonly (Schema | boolean)[];
  readonly allOf?: readonly (Schema | boolean)[];
  readonly anyOf?: readonly (Schema | boolean)[];
  readonly oneOf?: readonly (Schema | boolean)[];
  readonly "x-sensitive"?: boolean;
}

/** Resolves a `$ref` of a schema. */
export type Resolve = (ref: string) => Schema | boolean | undefined;

/** Resolves the references that Prism leaves in an operation: those of recursive schemas. */
export function resolverOf(operation: object): Resolve {
  return (ref) => {
    const steps = ref.replace(/^#\//, "").split("/");
    const start = operation as Readonly<Record<string, unknown>>;
    const found = steps.reduce<unknown>((node, step) => childOf(node, unescapePointer(step)), start);
    return found as Schema | boolean | undefined;
  };
}

/**
 * Lists all schemas that may apply to the same value: the schema, its `$ref`, and those in its `allOf`, `anyOf` and
 * `oneOf`.
 */
export function partsOf(
  schema: Schema | boolean | undefined,
  resolve: Resolve,
  seen: Set<unknown> = new Set(),
): Schema[] {
  if (typeof schema !== "object" || schema === null || seen.has(schema)) return [];
  seen.add(schema);
  const { $ref, allOf = [], anyOf = [], oneOf = [] } = schema;
  const inner = [...($ref === undefined ? [] : [resolve($ref)]), ...allOf, ...anyOf, ...oneOf];
  return [schema, ...inner.flatMap((each) => partsOf(each, resolve, seen))];
}

/** The schemas of a property, given the parts of the object's schema. */
export function propertyOf(parts: readonly Schema[], name: string): (Schema | boolean)[] {
  return parts.flatMap(({ properties, patternProperties = {}, additionalProperties }) => {
    const own = properties && Object.hasOwn(properties, name) ? properties[name] : undefined;
    const byPattern = Object.entries(patternProperties).flatMap(([pattern, schema]) =>
      matches(pattern, name) ? [schema] : [],
    );
    if (own !== undefined || byPattern.length > 0) return own === undefined ? byPattern : [own, ...byPattern];
    return additionalProperties ? [additionalProperties] : [];
  });
}

/** The schemas of an item, given the parts of the array's schema. */
export function itemOf(parts: readonly Schema[], index: number): (Schema | boolean)[] {
  return parts.flatMap(({ items, prefixItems }) => {
    const tuple = prefixItems ?? (Array.isArray(items) ? (items as readonly (Schema | boolean)[]) : []);
    const schema = tuple[index] ?? (Array.isArray(items) ? undefined : (items as Schema | boolean | undefined));
    return schema === undefined ? [] : [schema];
  });
}

export function unescapePointer(step: string): string {
  return step.replaceAll("~1", "/").replaceAll("~0", "~");
}

function childOf(node: unknown, name: string): unknown {
  return typeof node === "object" && node !== null ? (node as Record<string, unknown>)[name] : undefined;
}

function matches(pattern: string, name: string): boolean {
  try {
    return new RegExp(pattern, "u").test(name);
  } catch {
    // Node does not support the regular expression, so it matches every name.
    return true;
  }
}

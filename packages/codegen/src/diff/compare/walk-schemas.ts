import type { BranchPair, SchemaPair } from "../match/pairs.ts";
import { matchSchemaVariants } from "../match/schema-variants.ts";
import type { Sides } from "../match/sides.ts";
import { branchRules, schemaRules } from "../rules/index.ts";
import { visibleProperties } from "../rules/schema/visible-properties.ts";
import { additionalSchemas, type Conjunction } from "../schema/branch.ts";
import { applyRules, type Occurrence, type Usage } from "./occurrence.ts";

/** Two schemas to compare, and the way to them. */
interface Step {
  readonly base: Conjunction;
  readonly head: Conjunction;
  readonly path: readonly string[];
  /** Whether the head names a property that `additionalProperties` of the base allowed: it can only narrow that. */
  readonly isNew?: boolean;
}

/** Compares two schemas and everything inside them, each pair once, so that recursive schemas come to an end. */
export function walkSchemas(sides: Sides, usage: Usage, base: Conjunction, head: Conjunction): Occurrence[] {
  const occurrences: Occurrence[] = [];
  const seen = new Set<string>();
  const open: Step[] = [{ base, head, path: [] }];
  // Breadth first, so that a difference with several paths is found by the shortest one.
  for (let step = open.shift(); step; step = open.shift()) {
    const key = `${sides.base.schemas.keyOf(step.base)}|${sides.head.schemas.keyOf(step.head)}|${step.isNew}`;
    if (seen.has(key)) continue;
    seen.add(key);
    const pointer = sides.head.schemas.pointer(step.head);
    const pair: SchemaPair = { sides, base: step.base, head: step.head, pointer, direction: usage.direction };
    const here = applyRules(schemaRules, pair, usage, step.path);
    for (const branches of matchSchemaVariants(pair).pairs) {
      const branchPair = { ...pair, branches };
      here.push(...applyRules(branchRules, branchPair, usage, step.path));
      open.push(...stepsInto(branchPair, step));
    }
    open.push(...stepsToSubtypes(pair, step));
    occurrences.push(...here.filter(({ difference }) => !step.isNew || difference.level === "breaking"));
  }
  return occurrences;
}

/** The pairs of schemas inside a pair: properties, elements and additional properties. */
function stepsInto({ sides, branches, direction }: BranchPair, { path, isNew = false }: Step): Step[] {
  const { base, head } = branches;
  const before = visibleProperties(base, sides.base.schemas, direction);
  const after = visibleProperties(head, sides.head.schemas, direction);
  const [fieldsBefore, fieldsAfter] = [additionalSchemas(base), additionalSchemas(head)];
  const properties = [...after].flatMap(([name, { schemas }]): Step[] => {
    const was = before.get(name)?.schemas;
    const step = { head: schemas, path: [...path, name] };
    if (was) return [{ ...step, base: was, isNew }];
    return fieldsBefore ? [{ ...step, base: fieldsBefore, isNew: true }] : [];
  });
  const elements = base.prefix.flatMap((schema, position): Step[] => {
    const other = head.prefix[position];
    return other ? [{ base: schema, head: other, path: [...path, `[${position}]`], isNew }] : [];
  });
  if (base.items ?? head.items) {
    elements.push({ base: base.items ?? [], head: head.items ?? [], path: [...path, "[]"], isNew });
  }
  const fields =
    fieldsBefore && fieldsAfter ? [{ base: fieldsBefore, head: fieldsAfter, path: [...path, "[key]"], isNew }] : [];
  return [...properties, ...elements, ...fields];
}

/**
 * The pairs of subtypes that a discriminator maps to, because a value of the supertype may be one of them. For a `oneOf`
 * or `anyOf`, the mapping only names the variants, which are compared anyway.
 */
function stepsToSubtypes({ sides, base, head }: SchemaPair, { path, isNew = false }: Step): Step[] {
  const [before, after] = [sides.base.schemas.subtypes(base), sides.head.schemas.subtypes(head)];
  return [...after].flatMap(([value, schema]): Step[] => {
    const was = before.get(value);
    return was ? [{ base: [was], head: [schema], path, isNew }] : [];
  });
}

import type { BranchPair, SchemaPair } from "../match/pairs.ts";
import { matchSchemaVariants } from "../match/schema-variants.ts";
import type { Sides } from "../match/sides.ts";
import { branchRules, schemaRules } from "../rules/index.ts";
import { visibleProperties } from "../rules/schema/visible-properties.ts";
import type { Conjunction } from "../schema/branch.ts";
import { applyRules, type Occurrence, type Usage } from "./occurrence.ts";

/** Two schemas that belong together, and the way to them. */
interface Step {
  readonly base: Conjunction;
  readonly head: Conjunction;
  readonly path: readonly string[];
  /** Whether the head's is a new property, which only narrows what fields of any name could be. */
  readonly isNew?: boolean;
}

/**
 * Compares two schemas and all that is inside of them. A pair that was met on the way to itself, or before in the same
 * usage, is not entered again, so that recursive schemas come to an end.
 */
export function walkSchemas(sides: Sides, usage: Usage, base: Conjunction, head: Conjunction): Occurrence[] {
  const occurrences: Occurrence[] = [];
  const seen = new Set<string>();
  const open: Step[] = [{ base, head, path: [] }];
  // The nearest first, so that what is found under several names gets the shortest.
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

/** The pairs of schemas inside of a pair. */
function stepsInto({ sides, branches, direction }: BranchPair, { path, isNew = false }: Step): Step[] {
  const { base, head } = branches;
  const before = visibleProperties(base, sides.base.schemas, direction);
  const fields = Array.isArray(base.additional) ? (base.additional as Conjunction) : undefined;
  const properties = [...visibleProperties(head, sides.head.schemas, direction)].flatMap(
    ([name, { schemas }]): Step[] => {
      const was = before.get(name)?.schemas;
      const step = { head: schemas, path: [...path, name] };
      if (was) return [{ ...step, base: was, isNew }];
      return fields ? [{ ...step, base: fields, isNew: true }] : [];
    },
  );
  const elements =
    (base.items ?? head.items)
      ? [{ base: base.items ?? [], head: head.items ?? [], path: [...path, "[]"], isNew }]
      : [];
  const firsts = base.prefix.flatMap((schema, position): Step[] => {
    const other = head.prefix[position];
    return other ? [{ base: schema, head: other, path: [...path, `[${position}]`], isNew }] : [];
  });
  const others =
    Array.isArray(base.additional) && Array.isArray(head.additional)
      ? [
          {
            base: base.additional as Conjunction,
            head: head.additional as Conjunction,
            path: [...path, "[key]"],
            isNew,
          },
        ]
      : [];
  return [...properties, ...elements, ...firsts, ...others];
}

/**
 * The pairs of schemas that a discriminator names: with a supertype, values of its subtypes go the same way. Where there
 * are alternatives, they are these.
 */
function stepsToSubtypes({ sides, base, head }: SchemaPair, { path, isNew = false }: Step): Step[] {
  const [before, after] = [sides.base.schemas.subtypes(base), sides.head.schemas.subtypes(head)];
  return [...after].flatMap(([value, schema]): Step[] => {
    const was = before.get(value);
    return was ? [{ base: [was], head: [schema], path, isNew }] : [];
  });
}

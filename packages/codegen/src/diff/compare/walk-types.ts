import type { Sides } from "../match/sides.ts";
import { typeRules } from "../rules/index.ts";
import { applyRules, type Occurrence, type Usage } from "./occurrence.ts";
import { unreferencedSchemas } from "./unreferenced-schemas.ts";
import { walkSchemas } from "./walk-schemas.ts";

/**
 * Compares the names of exported types, and the contents of those that neither operations nor webhooks lead to:
 * programs can import them, too.
 */
export function walkTypes(sides: Sides): Occurrence[] {
  const unreferenced = {
    base: unreferencedSchemas(sides.base.document),
    head: unreferencedSchemas(sides.head.document),
  };
  const schemas = sides.types.pairs.flatMap(({ base, head }) => {
    if (!unreferenced.base.has(base.component) || !unreferenced.head.has(head.component)) return [];
    const usage: Usage = { kind: "type", name: head.name, direction: "response" };
    return walkSchemas(sides, usage, [base.schema], [head.schema]);
  });
  return [
    ...applyRules(typeRules, { sides, unreferenced }, { kind: "type", name: "", direction: "response" }),
    ...schemas,
  ];
}

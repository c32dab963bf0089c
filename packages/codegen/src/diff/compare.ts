import type { Comparison, DiffOptions } from "./change.ts";
import { changesOf } from "./changes-of.ts";
import { type Described, describe } from "./described.ts";
import { checkAll, type Found } from "./found.ts";
import { matchOperations } from "./matching/operations.ts";
import { matchSchemes } from "./matching/schemes.ts";
import type { DescriptionPair } from "./pairs.ts";
import { descriptionRules, schemeRules } from "./rules/index.ts";
import { walkOperation } from "./walk-operation.ts";
import { renamedTypes, walkTypes } from "./walk-types.ts";
import { walkWebhooks } from "./walk-webhooks.ts";

/** Reads both descriptions and compares them. @throws {GenerateError} When one of them cannot be used. */
export async function compare(
  base: string,
  head: string,
  { module = "./client.js" }: DiffOptions,
): Promise<Comparison> {
  return compareDescribed(await describe(base), await describe(head), module);
}

/** Compares two descriptions that have been read. */
export function compareDescribed(base: Described, head: Described, module: string): Comparison {
  const all: DescriptionPair = {
    base,
    head,
    operations: matchOperations(base, head),
    schemes: matchSchemes(base, head),
  };
  const found: Found[] = [
    ...checkAll(descriptionRules, all, NOWHERE),
    ...all.schemes.pairs.flatMap((pair) => {
      const pointer = `#/components/securitySchemes/${pair.head.name}`;
      return checkAll(schemeRules, { all, ...pair, pointer }, NOWHERE);
    }),
    ...all.operations.pairs.flatMap((pair) => walkOperation({ all, ...pair })),
    ...walkWebhooks(all),
    ...walkTypes(all),
  ];
  return { changes: changesOf(found, all, module), renamedTypes: renamedTypes(all) };
}

/** Of what belongs to no operation. */
const NOWHERE = { kind: "operation", name: "", direction: "request" } as const;

import type { Side } from "../side.ts";
import { matchOperations, type OperationMatches } from "./operations.ts";
import { matchSecuritySchemes, type SecuritySchemeMatches } from "./security-schemes.ts";
import { matchTypes, type TypeMatches } from "./types.ts";

/** Both descriptions, and which of their parts belong together. */
export interface Sides {
  readonly base: Side;
  readonly head: Side;
  readonly operations: OperationMatches;
  readonly schemes: SecuritySchemeMatches;
  readonly types: TypeMatches;
}

/** Matches the operations, security schemes and types of two descriptions. */
export function matchSides(base: Side, head: Side): Sides {
  return {
    base,
    head,
    operations: matchOperations(base, head),
    schemes: matchSecuritySchemes(base, head),
    types: matchTypes(base, head),
  };
}

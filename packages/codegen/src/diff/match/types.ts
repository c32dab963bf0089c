import type { Schema } from "../../document/openapi.ts";
import type { Branch } from "../schema/branch.ts";
import { fingerprintsOf } from "../schema/fingerprint.ts";
import type { Side } from "../side.ts";
import { matchAlike } from "./match-alike.ts";
import { type Matches, matchByKeys } from "./match-by-keys.ts";

/** The exported type of a component schema. */
export interface ExportedType {
  /** Its name in the generated client. */
  readonly name: string;
  /** The name of the component. */
  readonly component: string;
  readonly schema: Schema;
  /** Equal for types of the same meaning. */
  readonly fingerprint: string;
  readonly branches: readonly Branch[];
}

export type TypeMatches = Matches<ExportedType>;

/**
 * Matches exported types of the same name; then those of the same component, then of the same meaning, then objects
 * that have most of their properties in common.
 */
export function matchTypes(base: Side, head: Side): TypeMatches {
  const byKey = matchByKeys(typesOf(base), typesOf(head), [
    ({ name }) => name,
    ({ component }) => component,
    ({ fingerprint }) => fingerprint,
  ]);
  return matchAlike(byKey, ({ branches }) => onlyObject(branches));
}

function typesOf({ model, schemas }: Side): ExportedType[] {
  return [...model.schemas.values()].map(({ name, typeName, node }) => ({
    name: typeName,
    component: name,
    schema: node,
    get fingerprint() {
      return fingerprintsOf(schemas).of([node]);
    },
    get branches() {
      return schemas.branches([node]);
    },
  }));
}

function onlyObject(branches: readonly Branch[]): Branch | undefined {
  const [only, ...others] = branches.filter(({ type }) => type !== "null");
  return only?.type === "object" && others.length === 0 ? only : undefined;
}

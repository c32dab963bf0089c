import { formatPointer, isObject, type OpenApiDocument } from "../document/openapi.ts";
import { type NameRegistry, pascalCase } from "../names/names.ts";
import type { Report } from "../problem.ts";
import type { OperationModel } from "./operation.ts";

/** Alternatives, each a list of security schemes that are required together. */
export type Alternatives = readonly (readonly string[])[];

/** The extension that names unions of clients. */
const EXTENSION = "x-sdk-clients";

/**
 * Names for unions of clients, if operations accept several. The name comes from `x-sdk-clients`, or from the security
 * schemes: `TokenAuthOrJWTAuthClient`.
 */
export class ClientNames {
  /** Alternatives by name of the type. */
  readonly types: ReadonlyMap<string, Alternatives>;
  readonly #names = new Map<string, string>();

  /** @param exported - names that are taken; the names of the unions are added */
  constructor(
    document: OpenApiDocument,
    operations: readonly OperationModel[],
    exported: NameRegistry,
    report: Report,
  ) {
    const given = givenNames(document, report);
    const types = new Map<string, Alternatives>();
    for (const { security } of operations) {
      const alternatives = distinctAlternatives(security);
      const key = keyOf(alternatives);
      if (alternatives.length < 2 || this.#names.has(key)) continue;
      const wanted = given.get(key) ?? `${alternatives.map(schemesName).join("Or")}Client`;
      const name = exported.take(wanted, (one) => [one, syncClientName(one)]);
      if (name !== wanted)
        report({ level: "warning", message: `The name ${wanted} is taken; the client is named ${name}.` });
      this.#names.set(key, name);
      types.set(name, alternatives);
    }
    this.types = types;
  }

  /** Returns the name of the union for these alternatives, or undefined if there is only one alternative. */
  typeNameFor(security: Alternatives): string | undefined {
    return this.#names.get(keyOf(distinctAlternatives(security)));
  }
}

/** Returns the name of the type for blocking clients. */
export const syncClientName = (name: string): string => `Sync${name}`;

/** Removes duplicate alternatives. Returns an empty list if credentials are optional. */
export function distinctAlternatives(security: Alternatives): Alternatives {
  if (security.some((schemes) => schemes.length === 0)) return [];
  return [...new Map(security.map((schemes) => [keyOf([schemes]), schemes])).values()];
}

/** Returns equal keys for the same alternatives in any order. */
function keyOf(alternatives: Alternatives): string {
  return JSON.stringify(alternatives.map((schemes) => JSON.stringify([...new Set(schemes)].sort())).sort());
}

const schemesName = (schemes: readonly string[]): string => schemes.map(pascalCase).join("And");

/** Reads `x-sdk-clients: { UserClient: [{ TokenAuth: [] }, { JWTAuth: [] }] }`. Returns names by key of the alternatives. */
function givenNames(document: OpenApiDocument, report: Report): Map<string, string> {
  const names = new Map<string, string>();
  const given: unknown = document[EXTENSION];
  if (given === undefined) return names;
  const warn = (message: string, ...tokens: string[]): void => {
    report({ level: "warning", message, pointer: formatPointer([EXTENSION, ...tokens]) });
  };
  if (!isObject(given)) {
    warn(`${EXTENSION} must be a mapping from names to security requirements; it is ignored.`);
    return names;
  }
  for (const [name, security] of Object.entries(given)) {
    if (Array.isArray(security) && security.every(isObject) && pascalCase(name) === name) {
      names.set(keyOf(security.map((requirement) => Object.keys(requirement))), name);
    } else {
      warn(
        `${JSON.stringify(name)} must be a type name in PascalCase with a list of security requirements; it is ignored.`,
        name,
      );
    }
  }
  return names;
}

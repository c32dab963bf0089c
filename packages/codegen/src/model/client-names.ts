import { formatPointer, isObject, type OpenApiDocument } from "../document/openapi.ts";
import { type NameRegistry, pascalCase } from "../names/names.ts";
import type { Report } from "../problem.ts";
import type { OperationModel } from "./operation.ts";

/** Alternatives, each the names of the schemes that a client must have together. */
export type Alternatives = readonly (readonly string[])[];

/** The extension by which a description names the clients that its operations take. */
const EXTENSION = "x-sdk-clients";

/**
 * Names for the clients that operations take where more than one will do: that of `x-sdk-clients`, else one made of the
 * schemes, such as `TokenAuthOrJWTAuthClient`.
 */
export class ClientNames {
  /** Alternatives by name of the type. */
  readonly types: ReadonlyMap<string, Alternatives>;
  readonly #names = new Map<string, string>();

  /** @param exported Names that are taken already; those of the clients are added. */
  constructor(
    document: OpenApiDocument,
    operations: readonly OperationModel[],
    exported: NameRegistry,
    report: Report,
  ) {
    const given = givenNames(document, report);
    const types = new Map<string, Alternatives>();
    for (const { security } of operations) {
      const alternatives = distinct(security);
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

  /** The name of the client that operations of that security take; `undefined` where one kind of client will do. */
  nameOf(security: Alternatives): string | undefined {
    return this.#names.get(keyOf(distinct(security)));
  }
}

/** The name of the type of the blocking client. */
export const syncClientName = (name: string): string => `Sync${name}`;

/** Each alternative once; none where an operation can be called without credentials. */
export function distinct(security: Alternatives): Alternatives {
  if (security.some((schemes) => schemes.length === 0)) return [];
  return [...new Map(security.map((schemes) => [keyOf([schemes]), schemes])).values()];
}

/** The same for the same alternatives in any order. */
function keyOf(alternatives: Alternatives): string {
  return JSON.stringify(alternatives.map((schemes) => JSON.stringify([...new Set(schemes)].sort())).sort());
}

const schemesName = (schemes: readonly string[]): string => schemes.map(pascalCase).join("And");

/** `x-sdk-clients: { UserClient: [{ TokenAuth: [] }, { JWTAuth: [] }] }`: names, each for what `security` says. */
function givenNames(document: OpenApiDocument, report: Report): Map<string, string> {
  const names = new Map<string, string>();
  const given: unknown = document[EXTENSION];
  if (given === undefined) return names;
  const warn = (message: string, ...tokens: string[]): void => {
    report({ level: "warning", message, pointer: formatPointer([EXTENSION, ...tokens]) });
  };
  if (!isObject(given)) {
    warn(`${EXTENSION} must be a mapping of names to security requirements; it is taken as absent.`);
    return names;
  }
  for (const [name, security] of Object.entries(given)) {
    if (Array.isArray(security) && security.every(isObject) && pascalCase(name) === name) {
      names.set(keyOf(security.map((requirement) => Object.keys(requirement))), name);
    } else {
      warn(
        `${JSON.stringify(name)} must be the name of a type in PascalCase, with a list of security requirements.`,
        name,
      );
    }
  }
  return names;
}

import { dereference, formatPointer, type OpenApiDocument, type SecurityScheme } from "../document/openapi.ts";
import type { TypeNames } from "../model/schema-names.ts";
import { camelCase, type NameRegistry } from "../names/names.ts";
import type { Problem } from "../problem.ts";
import { docComment, HEADER, quote } from "../typescript/code.ts";
import { ModuleImports } from "./module-imports.ts";

interface SecurityContext {
  /** Names that are taken already; those of the credentials are added. */
  readonly exported: NameRegistry;
  readonly names: TypeNames;
  readonly runtime: string;
  readonly report: (problem: Problem) => void;
}

/** A generated function that makes a credential. */
export interface CredentialFunction {
  readonly scheme: string;
  readonly name: string;
  /** How a request carries it, in words. */
  readonly carried: string;
  /** What the description says of the scheme. */
  readonly description: string | undefined;
  /** Whether it takes a user name and a password instead of one secret. */
  readonly isBasic: boolean;
}

/** The module of credentials: one function for each security scheme that a request can carry. */
export function securityModule(
  document: OpenApiDocument,
  { exported, names, runtime, report }: SecurityContext,
): { readonly credentials: readonly CredentialFunction[]; readonly code: string } {
  const imports = new ModuleImports(names);
  const functions: CredentialFunction[] = [];
  const parts = Object.entries(document.components?.securitySchemes ?? {}).flatMap(([scheme, node]) => {
    const shape = dereference<SecurityScheme>(document, node) ?? {};
    const credential = credentialOf(shape);
    const warn = (message: string): void => {
      report({ level: "warning", message, pointer: formatPointer(["components", "securitySchemes", scheme]) });
    };
    if (!credential) {
      // A certificate is shown by the transport; nothing is missing.
      if (shape.type !== "mutualTLS") {
        warn(`No credential is known for the security scheme ${JSON.stringify(scheme)}; write one by hand.`);
      }
      return [];
    }
    const wanted = camelCase(String(shape["x-sdk-name"] ?? scheme));
    const name = exported.take(wanted);
    if (name !== wanted) {
      warn(`The name ${wanted} is taken; the credential for ${JSON.stringify(scheme)} is named ${name}.`);
    }
    const { carried, description, factory } = credential;
    functions.push({ scheme, name, carried, description, isBasic: factory === "basic" });
    return [credentialFunction(name, scheme, credential, imports)];
  });
  return { credentials: functions, code: [HEADER, "", imports.print(runtime, "."), ...parts].join("\n") };
}

interface CredentialShape {
  readonly factory: "basic" | "bearer" | "cookieKey" | "headerKey" | "queryKey";
  readonly carried: string;
  readonly description: string | undefined;
  /** The name on the wire, where the factory asks for one. */
  readonly name?: string;
  /** What stands before the secret. */
  readonly prefix?: string;
}

function credentialOf(node: SecurityScheme): CredentialShape | undefined {
  const { type, description, in: place, name = "" } = node;
  const isKey = type === "apiKey" && typeof name === "string" && name !== "";
  if (isKey && (place === "header" || place === "query" || place === "cookie")) {
    const { "x-sdk-prefix": word } = node;
    const factory = ({ header: "headerKey", query: "queryKey", cookie: "cookieKey" } as const)[place];
    const prefix = place === "header" && word !== undefined ? { prefix: `${word} ` } : {};
    return { factory, carried: `${quote(name)} in the ${place}`, description, name, ...prefix };
  }
  const http = type === "http" ? String(node.scheme).toLowerCase() : undefined;
  if (http === "basic") return { factory: "basic", carried: "HTTP Basic", description };
  if (http === "bearer" || type === "oauth2" || type === "openIdConnect") {
    return { factory: "bearer", carried: "a bearer token", description };
  }
  return undefined;
}

function credentialFunction(name: string, scheme: string, shape: CredentialShape, imports: ModuleImports): string {
  const { factory, carried, description, name: wireName, prefix } = shape;
  const credential = `${imports.runtimeType("Credential")}<${quote(scheme)}>`;
  const make = imports.runtimeValue(factory);
  const secret = imports.runtimeType("Secret");
  const parameter =
    factory === "basic" ? `user: ${secret}<${imports.runtimeType("UserPassword")}>` : `secret: ${secret}`;
  const given = [
    quote(scheme),
    ...(wireName === undefined ? [] : [quote(wireName)]),
    factory === "basic" ? "user" : "secret",
    ...(prefix === undefined ? [] : [quote(prefix)]),
  ];
  return `${docComment([`Credential for the security scheme \`${scheme}\`: ${carried}.`, description])}export function ${name}(${parameter}): ${credential} {
  return ${make}(${given.join(", ")});
}
`;
}

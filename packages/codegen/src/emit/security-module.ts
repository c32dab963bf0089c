import { isObject, type OpenApiDocument, type SecurityScheme } from "../description/openapi.ts";
import { camelCase, type NameRegistry } from "../names.ts";
import { docComment, HEADER, quote } from "./code.ts";
import { ModuleImports } from "./module-imports.ts";
import type { TypeNames } from "./type-names.ts";

/** The module of credentials: one function for each security scheme that a request can carry. */
export function securityModule(
  document: OpenApiDocument,
  taken: NameRegistry,
  names: TypeNames,
  runtime: string,
): { readonly exported: readonly string[]; readonly code: string } {
  const imports = new ModuleImports(names);
  const exported: string[] = [];
  const parts = Object.entries(document.components?.securitySchemes ?? {}).flatMap(([scheme, node]) => {
    const credential = isObject(node) ? credentialOf(node as SecurityScheme) : undefined;
    if (!credential) return [];
    const name = taken.take(camelCase(String((node as SecurityScheme)["x-sdk-name"] ?? scheme)));
    exported.push(name);
    return [credentialFunction(name, scheme, credential, imports)];
  });
  return { exported, code: [HEADER, imports.print(runtime, "."), ...parts].join("\n") };
}

interface CredentialShape {
  readonly factory: "apiKey" | "basic" | "bearer";
  readonly carried: string;
  readonly description: string | undefined;
  /** Arguments of the factory between scheme and secret. */
  readonly where?: string;
}

function credentialOf(node: SecurityScheme): CredentialShape | undefined {
  const { type, description } = node;
  if (type === "apiKey" && node.name && ["header", "query", "cookie"].includes(node.in ?? "")) {
    const prefix = node["x-sdk-prefix"] === undefined ? "" : `, prefix: ${quote(String(node["x-sdk-prefix"]))}`;
    const where = `{ in: ${quote(node.in ?? "")}, name: ${quote(node.name)}${prefix} }`;
    return { factory: "apiKey", carried: `\`${node.name}\` in the ${node.in}`, description, where };
  }
  const http = type === "http" ? node.scheme?.toLowerCase() : undefined;
  if (http === "basic") return { factory: "basic", carried: "HTTP Basic", description };
  if (http === "bearer" || type === "oauth2" || type === "openIdConnect") {
    return { factory: "bearer", carried: "a bearer token", description };
  }
  return undefined;
}

function credentialFunction(name: string, scheme: string, shape: CredentialShape, imports: ModuleImports): string {
  const { factory, carried, description, where } = shape;
  const credential = `${imports.runtimeType("Credential")}<${quote(scheme)}>`;
  const make = imports.runtimeValue(factory);
  const secret = imports.runtimeType("Secret");
  const parameter =
    factory === "basic" ? `user: ${secret}<${imports.runtimeType("UserPassword")}>` : `secret: ${secret}`;
  const given = [quote(scheme), ...(where ? [where] : []), factory === "basic" ? "user" : "secret"];
  return `${docComment([`Credential for the security scheme \`${scheme}\`: ${carried}.`, description])}export function ${name}(${parameter}): ${credential} {
  return ${make}(${given.join(", ")});
}
`;
}

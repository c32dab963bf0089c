import { dereference, formatPointer, type OpenApiDocument, type SecurityScheme } from "../document/openapi.ts";
import { camelCase, type NameRegistry } from "../names/names.ts";
import type { Report } from "../problem.ts";

/** Functions of the runtime that create credentials. */
export type CredentialFactory = "basic" | "bearer" | "cookieKey" | "digest" | "headerKey" | "queryKey";

/** What a credential is made of. */
export type SecretKind = "text" | "user and password";

/** How requests carry the secret of a security scheme. */
interface Carriage {
  readonly factory: CredentialFactory;
  readonly secretKind: SecretKind;
  /** Where the secret is in a request, for people: `"x-key" in the header`. */
  readonly carried: string;
  /** The name on the wire, if the factory takes one. */
  readonly wireName: string | undefined;
  /** The text before the secret. */
  readonly prefix: string | undefined;
}

/** A generated function that creates a credential. */
export interface CredentialModel extends Carriage {
  /** Name of the function. */
  readonly name: string;
  readonly scheme: string;
  readonly description: string | undefined;
}

/** A security scheme. */
export interface SecuritySchemeModel {
  readonly name: string;
  readonly description: string | undefined;
  /** Absent if requests cannot carry the scheme, or the runtime does not support it. */
  readonly credential: CredentialModel | undefined;
  /** The node of the description. */
  readonly node: SecurityScheme;
}

/**
 * Models the security schemes.
 *
 * @param exported - names that are taken; the names of the functions are added
 */
export function modelSecurity(
  document: OpenApiDocument,
  exported: NameRegistry,
  report: Report,
): SecuritySchemeModel[] {
  return Object.entries(document.components?.securitySchemes ?? {}).map(([scheme, given]) => {
    const node = dereference<SecurityScheme>(document, given) ?? {};
    const { description, type, "x-sdk-name": sdkName } = node;
    const warn = (message: string): void => {
      report({ level: "warning", message, pointer: formatPointer(["components", "securitySchemes", scheme]) });
    };
    const carriage = carriageOf(node);
    if (!carriage) {
      // The TLS connection presents the certificate, so a request needs no credential.
      if (type !== "mutualTLS") {
        warn(`The security scheme ${JSON.stringify(scheme)} is not supported; write a credential for it yourself.`);
      }
      return { name: scheme, description, credential: undefined, node };
    }
    const wanted = camelCase(String(sdkName ?? scheme));
    const name = exported.take(wanted);
    if (name !== wanted) {
      warn(`The name ${wanted} is taken; the credential for ${JSON.stringify(scheme)} is named ${name}.`);
    }
    return { name: scheme, description, credential: { name, scheme, description, ...carriage }, node };
  });
}

const KEY_FACTORIES = { header: "headerKey", query: "queryKey", cookie: "cookieKey" } as const;

function carriageOf(node: SecurityScheme): Carriage | undefined {
  const { type, in: place, name = "" } = node;
  const isKey = type === "apiKey" && typeof name === "string" && name !== "";
  if (isKey && (place === "header" || place === "query" || place === "cookie")) {
    const { "x-sdk-prefix": word } = node;
    const prefix = place === "header" && word !== undefined ? `${word} ` : undefined;
    const carried = `${JSON.stringify(name)} in the ${place}`;
    return { factory: KEY_FACTORIES[place], secretKind: "text", carried, wireName: name, prefix };
  }
  const plain = { wireName: undefined, prefix: undefined };
  const http = type === "http" ? String(node.scheme).toLowerCase() : undefined;
  if (http === "basic") return { factory: "basic", secretKind: "user and password", carried: "HTTP Basic", ...plain };
  if (http === "digest")
    return { factory: "digest", secretKind: "user and password", carried: "HTTP Digest", ...plain };
  if (http === "bearer" || type === "oauth2" || type === "openIdConnect") {
    return { factory: "bearer", secretKind: "text", carried: "a bearer token", ...plain };
  }
  return undefined;
}

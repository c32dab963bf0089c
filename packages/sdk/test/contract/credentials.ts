import { type Document, type Requirement, resolve, type SecurityScheme } from "./document.ts";
import type { Sdk } from "./sdk.ts";

/** A security scheme of the description, with a secret to try it with. */
export interface Credential {
  scheme: string;
  /** The SDK's function that makes the credential: `x-sdk-name`, or the name of the scheme in camel case. */
  helper: string;
  secret: string;
  header: string;
  value: string;
}

/** @throws Error with a sentence for a scheme that the suite does not know to check */
export function credentialsOf(document: Document): Credential[] {
  return Object.entries(document.components?.securitySchemes ?? {}).map(([scheme, entry]) => {
    const { type, scheme: kind, in: place, name, ...more } = resolve<SecurityScheme>(document, entry);
    const helper = more["x-sdk-name"] ?? camelCase(scheme);
    const secret = `secret-for-${scheme}-0123456789`;
    if (type === "apiKey" && place === "header" && name) {
      const prefix = more["x-sdk-prefix"];
      return { scheme, helper, secret, header: name, value: prefix ? `${prefix} ${secret}` : secret };
    }
    if (type === "oauth2" || (type === "http" && kind === "bearer")) {
      return { scheme, helper, secret, header: "authorization", value: `Bearer ${secret}` };
    }
    throw new Error(`cannot be covered: security scheme ${scheme} is of a kind that the suite does not know`);
  });
}

/** What the SDK makes of the secrets of some schemes. */
export function authOf(sdk: Sdk, credentials: Credential[]): unknown[] {
  return credentials.map(({ helper, secret, scheme }) => {
    const create = sdk[helper];
    if (typeof create !== "function") throw new Error(`the SDK exports no ${helper} for security scheme ${scheme}`);
    return create(secret);
  });
}

export function schemesOf(requirement: Requirement | undefined): string[] {
  return Object.keys(requirement ?? {});
}

/** Sentences about credentials that a request carries and should not, or should and does not. */
export function checkCredentials(request: Request, all: Credential[], sent: string[]): string[] {
  const expected = new Map(all.map(({ header }): [string, string | null] => [header.toLowerCase(), null]));
  expected.set("authorization", null);
  for (const { scheme, header, value } of all) {
    if (sent.includes(scheme)) expected.set(header.toLowerCase(), value);
  }
  return [...expected].flatMap(([header, value]) => {
    const actual = request.headers.get(header);
    if (actual === value) return [];
    return `the header ${header} is ${actual ?? "absent"}, and should be ${value ?? "absent"}`;
  });
}

/** `TokenAuth` to `tokenAuth`, `JWTAuth` to `jwtAuth`. */
function camelCase(name: string): string {
  return name.replace(/^[A-Z]+(?=[A-Z][a-z])|^[A-Z]/, (start) => start.toLowerCase());
}

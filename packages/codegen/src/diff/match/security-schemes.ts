import { dereference, type SecurityScheme } from "../../document/openapi.ts";
import { stableJson } from "../schema/stable-json.ts";
import type { Side } from "../side.ts";
import { type Matches, matchByKeys } from "./match-by-keys.ts";

/** A security scheme by its name. */
export interface NamedSecurityScheme {
  readonly name: string;
  readonly node: SecurityScheme;
}

/** Security schemes in both; one that only got another name is matched by what it says. */
export interface SecuritySchemeMatches extends Matches<NamedSecurityScheme> {
  /** The base's name of a scheme of the head. */
  baseName(name: string): string;
}

export function matchSecuritySchemes(base: Side, head: Side): SecuritySchemeMatches {
  const matches = matchByKeys(schemesOf(base), schemesOf(head), [({ name }) => name, ({ node }) => wireOf(node)]);
  const names = new Map(matches.pairs.map((pair) => [pair.head.name, pair.base.name]));
  return { ...matches, baseName: (name) => names.get(name) ?? name };
}

function schemesOf({ document }: Side): NamedSecurityScheme[] {
  return Object.entries(document.components?.securitySchemes ?? {}).flatMap(([name, given]) => {
    const node = dereference<SecurityScheme>(document, given);
    return node ? [{ name, node }] : [];
  });
}

/** What of a scheme is to be seen in requests. Tokens of OAuth 2 and OpenID Connect are bearer tokens. */
export function wireOf(node: SecurityScheme): string {
  const { type, in: place, name, scheme, "x-sdk-prefix": prefix } = node;
  if (type === "oauth2" || type === "openIdConnect") return stableJson({ type: "http", scheme: "bearer" });
  return stableJson({
    type,
    place,
    name: place === "header" ? name?.toLowerCase() : name,
    scheme: scheme?.toLowerCase(),
    prefix,
  });
}

import type { SecurityScheme } from "../../document/openapi.ts";
import type { SecuritySchemeModel } from "../../model/security.ts";
import { stableJson } from "../schema/stable-json.ts";
import type { Side } from "../side.ts";
import { type Matches, matchByKeys } from "./match-by-keys.ts";

/** Security schemes of both sides, matched by name, then by how they are sent. */
export interface SecuritySchemeMatches extends Matches<SecuritySchemeModel> {
  /** The name in the base of a scheme of the head. */
  baseName(name: string): string;
}

export function matchSecuritySchemes(base: Side, head: Side): SecuritySchemeMatches {
  const matches = matchByKeys(base.model.securitySchemes, head.model.securitySchemes, [
    ({ name }) => name,
    ({ node }) => wireOf(node),
  ]);
  const names = new Map(matches.pairs.map((pair) => [pair.head.name, pair.base.name]));
  return { ...matches, baseName: (name) => names.get(name) ?? name };
}

/** Returns a comparable text for a scheme's appearance in requests. OAuth 2 and OpenID Connect use bearer tokens. */
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

import { isObject, type Operation, type SecurityRequirement } from "../document/openapi.ts";
import type { NormalizeContext } from "./context.ts";

/** Copies the document's security requirements to operations without requirements. */
export function inheritSecurity(operation: Operation, { document, warn }: NormalizeContext): void {
  const given = operation.security ?? document.security;
  const requirements = (Array.isArray(given) ? given : []).filter(isObject) as SecurityRequirement[];
  for (const scheme of new Set(requirements.flatMap((requirement) => Object.keys(requirement)))) {
    if (isObject(document.components?.securitySchemes?.[scheme])) continue;
    warn(`The security scheme "${scheme}" is not declared; write a credential for it yourself.`, "security");
  }
  operation.security = requirements;
}

import type { OperationModel } from "../model/operation.ts";
import type { CredentialModel } from "../model/security.ts";
import type { DocsContext } from "./context.ts";
import { code, link } from "./markdown.ts";
import { INDEX_PAGE, type PageLinks } from "./page-links.ts";

/** Returns the credentials for examples of an operation: the first alternative whose schemes are all supported. */
export function chosenCredentials({ security }: OperationModel, { model }: DocsContext): CredentialModel[] {
  const credentials = model.securitySchemes.flatMap(({ credential }) => credential ?? []);
  for (const schemes of security) {
    const found = schemes.flatMap((scheme) => credentials.find((one) => one.scheme === scheme) ?? []);
    if (found.length === schemes.length) return found;
  }
  return [];
}

/** Writes the credentials that an operation requires. */
export function authorizationSection({ security }: OperationModel, links: PageLinks): string {
  const alternatives = security.filter((schemes) => schemes.length > 0);
  if (alternatives.length === 0) return "No credential is required.\n";
  const lines = alternatives.map((schemes) => {
    const parts = schemes.map((scheme) => {
      const makers = credentialFunctions(scheme, links.context).map((name) => code(`${name}()`));
      const named = link(code(scheme), `${INDEX_PAGE}#authorization`);
      return makers.length > 0
        ? `${named}, by ${makers.join(" or ")}`
        : `${named}, by a credential that you write yourself`;
    });
    return `- ${parts.join("; together with ")}\n`;
  });
  const optional = alternatives.length < security.length ? "\nThe credential is optional.\n" : "";
  return `${alternatives.length > 1 ? "One of:\n\n" : ""}${lines.join("")}${optional}`;
}

/** Returns the names of all credential functions for a scheme. */
export function credentialFunctions(scheme: string, { model, settings }: DocsContext): string[] {
  const generated = model.securitySchemes.flatMap(({ name, credential }) => {
    return name === scheme && credential ? [credential.name] : [];
  });
  const { credentials: given = {} } = settings;
  return [...generated, ...(Object.hasOwn(given, scheme) ? (given[scheme] ?? []) : [])];
}

import type { OperationModel } from "../model/operation.ts";
import type { CredentialModel } from "../model/security.ts";
import type { DocsContext } from "./context.ts";
import { code, link } from "./markdown.ts";
import { INDEX_PAGE, type Pages } from "./pages.ts";

/** The credentials that examples of an operation carry: those of the first alternative that there are functions for. */
export function chosenCredentials({ security }: OperationModel, { model }: DocsContext): CredentialModel[] {
  const credentials = model.securitySchemes.flatMap(({ credential }) => credential ?? []);
  for (const schemes of security) {
    const found = schemes.flatMap((scheme) => credentials.find((one) => one.scheme === scheme) ?? []);
    if (found.length === schemes.length) return found;
  }
  return [];
}

/** What a client must carry for an operation: one of the alternatives. */
export function authorizationSection({ security }: OperationModel, pages: Pages): string {
  const alternatives = security.filter((schemes) => schemes.length > 0);
  if (alternatives.length === 0) return "None: no credential is sent.\n";
  const lines = alternatives.map((schemes) => {
    const parts = schemes.map((scheme) => {
      const makers = credentialFunctions(scheme, pages.context).map((name) => code(`${name}()`));
      const named = link(code(scheme), `${INDEX_PAGE}#authorization`);
      return makers.length > 0 ? `${named}, by ${makers.join(" or ")}` : `${named}, by a credential of your own`;
    });
    return `- ${parts.join("; together with ")}\n`;
  });
  const optional = alternatives.length < security.length ? "\nIt may be left out.\n" : "";
  return `${alternatives.length > 1 ? "One of:\n\n" : ""}${lines.join("")}${optional}`;
}

/** Names of all functions that make a credential for a scheme. */
export function credentialFunctions(scheme: string, { model, settings }: DocsContext): string[] {
  const generated = model.securitySchemes.flatMap(({ name, credential }) => {
    return name === scheme && credential ? [credential.name] : [];
  });
  const { credentials: given = {} } = settings;
  return [...generated, ...(Object.hasOwn(given, scheme) ? (given[scheme] ?? []) : [])];
}

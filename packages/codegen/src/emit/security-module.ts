import { type Alternatives, syncClientName } from "../model/client-names.ts";
import type { CredentialModel } from "../model/security.ts";
import { docComment, HEADER, quote } from "../typescript/code.ts";
import { clientUnion } from "./client-type.ts";
import type { EmitContext } from "./context.ts";
import { ModuleImports } from "./module-imports.ts";

/**
 * Emits the module of credentials: a function for each supported security scheme, and the named unions of clients.
 * Returns undefined if there are none.
 */
export function securityModule(credentials: readonly CredentialModel[], context: EmitContext): string | undefined {
  const imports = new ModuleImports(context);
  const functions = credentials.map((credential) => credentialFunction(credential, imports));
  const clients = [...context.model.clients.types].map(([name, schemes]) => {
    return clientDeclaration(name, "Client", schemes, imports);
  });
  if (functions.length + clients.length === 0) return undefined;
  return [HEADER, "", imports.print(context.runtime, "."), ...functions, ...clients].join("\n");
}

/** Emits the module of named unions of blocking clients. Returns undefined if there are none. */
export function syncClientsModule(context: EmitContext): string | undefined {
  const imports = new ModuleImports(context);
  const clients = [...context.model.clients.types].map(([name, schemes]) => {
    return clientDeclaration(syncClientName(name), "SyncClient", schemes, imports);
  });
  if (clients.length === 0) return undefined;
  return [HEADER, "", imports.print(`${context.runtime}/sync`, "."), ...clients].join("\n");
}

function clientDeclaration(
  name: string,
  client: "Client" | "SyncClient",
  alternatives: Alternatives,
  imports: ModuleImports,
): string {
  const schemes = alternatives.map((some) => some.map((scheme) => `\`${scheme}\``).join(" and ")).join(", or ");
  const comment = docComment([`A client with a credential for ${schemes}.`]);
  return `${comment}export type ${name} = ${clientUnion(imports.runtimeType(client), alternatives)};\n`;
}

function credentialFunction(credential: CredentialModel, imports: ModuleImports): string {
  const { name, scheme, factory, secretKind, carried, description, wireName, prefix } = credential;
  const type = `${imports.runtimeType("Credential")}<${quote(scheme)}>`;
  const make = factory === "digest" ? imports.runtimeEntry("digest") : imports.runtimeValue(factory);
  const secret = imports.runtimeType("Secret");
  const isUser = secretKind === "user and password";
  const parameter = isUser ? `user: ${secret}<${imports.runtimeType("UserPassword")}>` : `secret: ${secret}`;
  const given = [
    quote(scheme),
    ...(wireName === undefined ? [] : [quote(wireName)]),
    isUser ? "user" : "secret",
    ...(prefix === undefined ? [] : [quote(prefix)]),
  ];
  return `${docComment([`Credential for the security scheme \`${scheme}\`: ${carried}.`, description])}export function ${name}(${parameter}): ${type} {
  return ${make}(${given.join(", ")});
}
`;
}

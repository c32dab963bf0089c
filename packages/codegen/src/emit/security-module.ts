import type { CredentialModel } from "../model/security.ts";
import { docComment, HEADER, quote } from "../typescript/code.ts";
import type { EmitContext } from "./context.ts";
import { ModuleImports } from "./module-imports.ts";

/** The module of credentials: one function for each security scheme that a request can carry. */
export function securityModule(credentials: readonly CredentialModel[], { model, runtime }: EmitContext): string {
  const imports = new ModuleImports(model.schemas);
  const parts = credentials.map((credential) => credentialFunction(credential, imports));
  return [HEADER, "", imports.print(runtime, "."), ...parts].join("\n");
}

function credentialFunction(credential: CredentialModel, imports: ModuleImports): string {
  const { name, scheme, factory, carried, description, wireName, prefix } = credential;
  const type = `${imports.runtimeType("Credential")}<${quote(scheme)}>`;
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
  return `${docComment([`Credential for the security scheme \`${scheme}\`: ${carried}.`, description])}export function ${name}(${parameter}): ${type} {
  return ${make}(${given.join(", ")});
}
`;
}

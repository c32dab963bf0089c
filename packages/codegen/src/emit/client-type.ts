import { type Alternatives, distinctAlternatives, syncClientName } from "../model/client-names.ts";
import type { OperationModel } from "../model/operation.ts";
import { propertyKey } from "../typescript/code.ts";
import type { ModuleImports } from "./module-imports.ts";

/** Returns the type of the client for an operation, which must carry all schemes of one alternative. */
export function clientType({ security }: OperationModel, imports: ModuleImports): string {
  const name = imports.clients.typeNameFor(security);
  return name === undefined ? clientUnion(imports.runtimeType("Client"), security) : imports.client(name, "security");
}

/** Returns the type of the client for a blocking variant. */
export function syncClientType({ security }: OperationModel, imports: ModuleImports): string {
  const name = imports.clients.typeNameFor(security);
  if (name === undefined) return clientUnion(imports.runtimeType("SyncClient"), security);
  return imports.client(syncClientName(name), "sync-clients");
}

/** `Client<{ TokenAuth: true }> | Client<{ JWTAuth: true }>`, or `Client` if no credential is required. */
export function clientUnion(client: string, security: Alternatives): string {
  const types = distinctAlternatives(security).map((schemes) => {
    return `${client}<{ ${schemes.map((name) => `${propertyKey(name)}: true`).join("; ")} }>`;
  });
  return types.join(" | ") || client;
}

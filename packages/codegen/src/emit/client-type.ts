import { type Alternatives, distinct, syncClientName } from "../model/client-names.ts";
import type { OperationModel } from "../model/operation.ts";
import { propertyKey } from "../typescript/code.ts";
import type { ModuleImports } from "./module-imports.ts";

/** The client that an operation takes: it must carry all schemes of one alternative. */
export function clientType({ security }: OperationModel, imports: ModuleImports): string {
  const name = imports.clients.nameOf(security);
  return name === undefined ? clientUnion(imports.runtimeType("Client"), security) : imports.client(name, "security");
}

/** The client that a blocking variant takes. */
export function syncClientType({ security }: OperationModel, imports: ModuleImports): string {
  const name = imports.clients.nameOf(security);
  if (name === undefined) return clientUnion(imports.runtimeType("SyncClient"), security);
  return imports.client(syncClientName(name), "sync-clients");
}

/** `Client<{ TokenAuth: true }> | Client<{ JWTAuth: true }>`, or any client where no credentials are needed. */
export function clientUnion(client: string, security: Alternatives): string {
  const types = distinct(security).map((schemes) => {
    return `${client}<{ ${schemes.map((name) => `${propertyKey(name)}: true`).join("; ")} }>`;
  });
  return types.join(" | ") || client;
}

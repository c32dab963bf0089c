import type { MockResponse } from "../../server/mock-response.ts";
import { type Call, ok } from "./call.ts";
import { refusedWithError } from "./errors.ts";
import { hashToken, randomHex } from "./secrets.ts";
import { plainTime } from "./times.ts";

interface Client {
  client_id: string;
  license: string;
  created_at: number;
  user_id: number;
}

/** Registers a client. With its access token, it acts as a user of its own. */
export function registerClient(call: Call): MockResponse {
  const { client_id, license } = call.body as { client_id: string; license: string };
  if (client_id === "") throw refusedWithError(400, "client_id is required");
  const { database, random, now } = call;
  if (find(call, client_id)) throw refusedWithError(409, "Client already exists");
  const name = randomHex(random, 16);
  const user_id = database.insert("users", {
    // No user can register with this name, or read mail at this address (RFC 2606).
    username: `client:${name}`,
    email: `${name}@clients.invalid`,
    first_name: client_id,
    last_name: "",
    date_joined: now(),
  });
  const { api_key, key_hash } = newKey(call);
  database.insert("clients", { client_id, license, key_hash, created_at: now(), user_id });
  return ok({ api_key, client_id, license });
}

export function listClients({ database }: Call): MockResponse {
  const clients = database.all<Client>("SELECT client_id, created_at, license FROM clients ORDER BY created_at, rowid");
  return ok(clients.map((client) => ({ ...client, created_at: plainTime(client.created_at) })));
}

export function revokeClientKey(call: Call): MockResponse {
  const { client_id } = clientOf(call);
  call.database.run("UPDATE clients SET key_hash = NULL WHERE client_id = :client_id", { client_id });
  return ok({ client_id, message: "Client key revoked" });
}

export function recreateClientKey(call: Call): MockResponse {
  const { client_id } = clientOf(call);
  const { api_key, key_hash } = newKey(call);
  call.database.run("UPDATE clients SET key_hash = :key_hash WHERE client_id = :client_id", { client_id, key_hash });
  return ok({ api_key, client_id, message: "Client key recreated" });
}

/** Deletes a client and its access tokens. The objects that it has created stay. */
export function deleteClient(call: Call): MockResponse {
  const { client_id, user_id } = clientOf(call);
  call.database.run("DELETE FROM clients WHERE client_id = :client_id", { client_id });
  call.database.update("users", user_id, { is_active: 0 });
  return ok({ message: "Client deleted", client_id });
}

function clientOf(call: Call): Client {
  const client = find(call, (call.body as { client_id: string }).client_id);
  if (!client) throw refusedWithError(404, "Client not found");
  return client;
}

function find({ database }: Call, client_id: string): Client | undefined {
  return database.get<Client>("SELECT * FROM clients WHERE client_id = :client_id", { client_id });
}

function newKey({ random }: Call): { api_key: string; key_hash: string } {
  const api_key = randomHex(random, 40);
  return { api_key, key_hash: hashToken(api_key) };
}

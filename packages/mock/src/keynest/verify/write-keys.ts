import type { Cleanup } from "../../verify/cleanup.ts";
import { refusesBadBody, refusesStrangers, refusesUnknown } from "../../verify/refusals.ts";
import type { Suite } from "../../verify/suite.ts";
import { idOf, textOf } from "./read-field.ts";
import { clientKind, keyKind, removalTask } from "./removal-task.ts";

/** Checks the operations that create and delete API keys, with a key of its own. */
export async function writeKeys(suite: Suite, cleanup: Cleanup, name: string): Promise<void> {
  const headers = suite.credentials.headersFor(suite.operation("createKey"));
  const body = { name };
  await suite.refuse("createAccessTokenFromKey", { query: { key: "none" } }, [400], "there is no such key");
  await suite.refuse("createAccessTokenFromKey", {}, [422], "the parameter is missing");
  if (!headers) {
    for (const each of ["createKey", "deleteKey"]) await suite.call(each, { path: { uuid: "none" }, body });
    suite.skip("createAccessTokenFromKey", "needs an API key, and so an access token to create one with");
    return;
  }
  const key = removalTask(suite, headers, keyKind(name));
  cleanup.add(key);
  for (const refusal of [refusesStrangers, refusesBadBody]) {
    const wrongly = await refusal(suite, "createKey", { body: refusal === refusesBadBody ? {} : body });
    const uuid = idOf(wrongly?.body, "uuid");
    if (uuid !== undefined) key.ids.add(uuid);
  }
  const created = (await suite.call("createKey", { body }))?.body;
  const uuid = idOf(created, "uuid");
  if (uuid === undefined) return;
  key.ids.add(uuid);
  await suite.call("listKeys");
  await suite.call("getKeyUsage", { path: { uuid }, because: "the key has just been created" });
  const apiKey = textOf(created, "api_key");
  suite.secrets.add(apiKey);
  if (apiKey) {
    const token = (await suite.call("createAccessTokenFromKey", { query: { key: apiKey } }))?.body;
    suite.secrets.add(textOf(token, "access_token"));
  }
  await refusesStrangers(suite, "deleteKey", { path: { uuid } });
  await suite.refuse("deleteKey", { path: { uuid: "no-uuid" } }, [422], "the path holds no UUID");
  const deleted = await suite.call("deleteKey", { path: { uuid }, because: "the key has been created before" });
  if (deleted) key.ids.delete(uuid);
}

const CLIENT_OPERATIONS = ["registerClient", "revokeClientKey", "recreateClientKey", "deleteClient"] as const;

/** Checks the operations that register and delete clients, with a client of its own. */
export async function writeClients(suite: Suite, cleanup: Cleanup, name: string): Promise<void> {
  const headers = suite.credentials.headersFor(suite.operation("registerClient"));
  const reference = { body: { client_id: name } };
  await suite.refuse("loginWithApiKey", { body: { api_key: "none" } }, [401], "there is no such key");
  if (!headers) {
    for (const each of CLIENT_OPERATIONS) await suite.call(each, reference);
    suite.skip("loginWithApiKey", "needs a client, and so an administrator key to register one with");
    return;
  }
  const client = removalTask(suite, headers, clientKind(name));
  client.ids.add(name);
  cleanup.add(client);
  const body = { client_id: name, license: "maker" };
  await refusesStrangers(suite, "registerClient", { body });
  await refusesBadBody(suite, "registerClient", { body: {} });
  await suite.refuse("listClients", { as: { "X-ADMIN-KEY": "none" } }, [403], "the administrator key is wrong");
  const registered = await suite.call("registerClient", { body });
  if (!registered) return;
  await suite.refuse("registerClient", { body }, [409], "the client has just been registered");
  await suite.call("listClients");
  await logInAsClient(suite, registered.body);
  await refusesStrangers(suite, "revokeClientKey", reference);
  await suite.call("revokeClientKey", { ...reference, because: "the client has just been registered" });
  await refusesStrangers(suite, "recreateClientKey", reference);
  const again = await suite.call("recreateClientKey", { ...reference, because: "the client has just been registered" });
  suite.secrets.add(textOf(again?.body, "api_key"));
  await refusesStrangers(suite, "deleteClient", reference);
  if (!(await suite.call("deleteClient", { ...reference, because: "the client has been registered before" }))) return;
  client.ids.delete(name);
  for (const gone of CLIENT_OPERATIONS.slice(1)) await refusesUnknown(suite, gone, reference);
}

async function logInAsClient(suite: Suite, registered: unknown): Promise<void> {
  const apiKey = textOf(registered, "api_key");
  if (apiKey === undefined) return;
  suite.secrets.add(apiKey);
  const login = await suite.call("loginWithApiKey", {
    body: { api_key: apiKey },
    because: "the key has just been issued",
  });
  suite.secrets.add(textOf(login?.body, "access_token"));
}

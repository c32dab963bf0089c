// The worker's side: calls functions, and sends their outcomes.
import { type MessagePort, workerData } from "node:worker_threads";
import type { Client } from "../client/client.ts";
import type { ClientState } from "../client/client-options.ts";
import { createClient } from "../client/create-client.ts";
import { UsageError } from "../errors/usage-error.ts";
import { internalsOf } from "../internals.ts";
import { ownProperties } from "../own-properties.ts";
import { type PutBySchemes, putCredentials } from "./handed-credentials.ts";
import { packError, packValue } from "./outcome.ts";
import { unpack } from "./pack.ts";
import { type BlockingCall, DONE, ENDED, INSIDE, PULSE, STATE } from "./protocol.ts";

const clients = new Map<string, Client | Promise<Client>>();
let handed: PutBySchemes = {};

/** Carries out calls until the process ends. */
export function serve(): void {
  const { shared, port } = workerData as { shared: Int32Array; port: MessagePort };
  Object.defineProperty(globalThis, INSIDE, { value: true });
  const tell = (state: number) => {
    Atomics.store(shared, STATE, state);
    Atomics.notify(shared, STATE);
  };
  // During a call, the waiting thread keeps the process alive.
  setInterval(() => Atomics.add(shared, PULSE, 1), 200).unref();
  // An error in a timer of a module, for example. It ends this thread, and the waiting thread throws it.
  process.on("uncaughtExceptionMonitor", (error) => port.postMessage(packError(error)));
  process.on("exit", () => tell(ENDED));
  port.on("message", async (call: BlockingCall) => {
    const outcome = await carryOut(call).then(packValue).catch(packError);
    try {
      port.postMessage(outcome);
    } catch (error) {
      port.postMessage(packError(error));
    }
    tell(DONE);
  });
}

async function carryOut({
  client,
  from,
  credentials,
  functions,
  name,
  params,
  options,
}: BlockingCall): Promise<unknown> {
  handed = credentials;
  if (name === "end") return end(client);
  if (!clients.has(client)) clients.set(client, makeClient(ownProperties(from)));
  const made = await clients.get(client);
  const work = ((await import(functions)) as Record<string, unknown>)[name];
  if (typeof work !== "function") throw new UsageError(`there is no function ${name}`);
  return work(made, unpack(params), unpack(options));
}

function makeClient(from: BlockingCall["from"]): Client | Promise<Client> {
  if ("module" in from) return importClient(from.module);
  const { schemes, ...options } = from.options;
  return createClient({ ...options, auth: schemes.map((scheme) => putCredentials(scheme, () => handed)) });
}

async function importClient(module: string): Promise<Client> {
  const { default: made, client = made } = (await import(module)) as Record<string, { client?: unknown } | undefined>;
  // A class with the whole API has its client as a property.
  for (const one of [client, client?.client]) if (internalsOf<ClientState>(one)?.credentials) return one as Client;
  throw new UsageError("the module must export a client of createClient, as default or by the name client");
}

async function end(name: string): Promise<void> {
  // A client that could not be made holds nothing open, and its error has been reported.
  const [made] = await Promise.allSettled([clients.get(name)]);
  clients.delete(name);
  if (made.status === "fulfilled") await made.value?.[Symbol.asyncDispose]();
}

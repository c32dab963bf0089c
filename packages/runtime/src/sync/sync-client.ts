import { createClient, type SchemesOf } from "../client/create-client.ts";
import type { Credential } from "../credentials/credential.ts";
import { UsageError } from "../errors/usage-error.ts";
import { hide, internalsOf } from "../internals.ts";
import { own } from "../operation/values.ts";
import type { RequestOptions } from "../options.ts";
import { ownProperties } from "../own-properties.ts";
import { callWorker, endInWorker } from "./blocking-worker.ts";
import { askCredentials } from "./handed-credentials.ts";
import { unpackOutcome } from "./outcome.ts";
import { pack } from "./pack.ts";
import type { BlockingCall, SyncClientOptions } from "./protocol.ts";

/** Options of one blocking call. It cannot be aborted, because its thread waits; set a time limit instead. */
export type SyncRequestOptions = Omit<RequestOptions, "signal" | "hooks">;

/** A client for blocking calls. `Schemes` are the security schemes that it carries credentials for. */
// biome-ignore lint/complexity/noBannedTypes: no scheme at all, which every client is assignable to
export interface SyncClient<Schemes = {}> {
  /** Closes the client's connections. */
  [Symbol.dispose](): void;
  /** Exists in the types alone. */
  readonly "~schemes": Schemes;
}

interface SyncClientState extends Pick<BlockingCall, "client" | "from" | "functions"> {
  readonly credentials: readonly Credential[];
}

let made = 0;

/**
 * Makes a client for blocking calls. A separate thread carries out the calls.
 *
 * @param from - options, or the URL of a module that exports a client, as default or by the name `client`. The thread
 *   imports the module, so the client may have hooks, a `fetch` and logins, which cannot be passed to another thread.
 * @param functions - URL of the module with the functions that return promises
 * @throws {UsageError} if an option is invalid, or cannot be passed to another thread
 */
export function createSyncClient<const C extends Credential = never>(
  from: SyncClientOptions<C> | URL,
  functions: URL,
): SyncClient<SchemesOf<C>> {
  const state: SyncClientState = {
    client: `${++made}`,
    functions: functions.href,
    ...(from instanceof URL ? { from: { module: from.href }, credentials: [] } : fromOptions(from)),
  };
  const client = {
    [Symbol.dispose]: () =>
      endInWorker({ ...state, name: "end", credentials: {}, params: undefined, options: undefined }),
  };
  return Object.freeze(hide(client, state)) as never;
}

function fromOptions(given: SyncClientOptions): Pick<SyncClientState, "from" | "credentials"> {
  const { auth = [], ...options } = ownProperties(given);
  for (const name of ["fetch", "hooks", "clock", "random"]) {
    if (own(options, name) === undefined) continue;
    const advice = "give createSyncClient the URL of a module that exports a client with it";
    throw new UsageError(`${name} cannot be passed to the thread that makes blocking calls; ${advice}`);
  }
  createClient(options); // For what it says of wrong options, now and here.
  const credentials = ([] as Credential[]).concat(auth);
  return { from: { options: { ...options, schemes: credentials.map(({ scheme }) => scheme) } }, credentials };
}

/**
 * Calls a function by its name, and blocks until it is done.
 *
 * @returns the value that the function resolves to
 * @throws {ConnectionError} if the thread that carries out the call ends. Also throws the errors of the function, in the
 *   same classes.
 */
export function callSync<Value>(
  client: SyncClient,
  name: string,
  params: object | undefined,
  options: SyncRequestOptions | undefined,
): Value {
  const state = internalsOf<SyncClientState>(client);
  if (!state?.functions) throw new UsageError(`${name}: the first argument must be a client of createSyncClient`);
  return unpackOutcome(callWorker(blockingCall(state, name, params, options))) as Value;
}

function blockingCall(state: SyncClientState, name: string, params: unknown, given: object | undefined): BlockingCall {
  const options = ownProperties(given);
  for (const forbidden of ["signal", "hooks"]) {
    if (own(options, forbidden) === undefined) continue;
    throw new UsageError(`${name}: a blocking call has no option ${forbidden}`);
  }
  try {
    const credentials = askCredentials(state.credentials);
    return { ...state, name, credentials, params: pack(params), options: pack(options) };
  } catch (error) {
    throw new UsageError((error as Error).message, { operationId: name });
  }
}

import { attempts } from "./attempts.ts";
import { chooseCredentials } from "./authorize.ts";
import { buildBody } from "./bodies/body.ts";
import type { Call } from "./call.ts";
import type { CallOptions, Client, ClientState } from "./client.ts";
import { UsageError } from "./errors/usage-error.ts";
import { type HeaderValues, mergeHeaders } from "./headers.ts";
import type { Hooks } from "./hooks.ts";
import { internalsOf } from "./internals.ts";
import type { Operation } from "./operation.ts";
import { buildTarget } from "./target/target.ts";

/** Options of one call. */
export interface RequestOptions extends CallOptions {
  /** Ends the call, whatever it waits for; it rejects with the reason of the signal. */
  readonly signal?: AbortSignal | undefined;
  /** Laid over all other headers, credentials included; null or undefined takes a header away. */
  readonly headers?: HeaderValues | undefined;
}

/**
 * The one door to the server, called by generated functions.
 *
 * @returns the detailed result, whatever the status of the answer
 * @throws UsageError before anything is sent, if the call cannot be made as asked
 * @throws ConnectionError, TimeoutError, RedirectError if no complete answer came
 * @throws DecodeError if a success is not of the documented kind
 */
export async function request<Result>(
  client: Client,
  operation: Operation,
  params: object = {},
  options: RequestOptions = {},
): Promise<Result> {
  options.signal?.throwIfAborted();
  return attempts(prepare(client, operation, params, options)) as Promise<Result>;
}

/** Arguments to URL, headers and body. Whatever is wrong with them is a UsageError that names the operation. */
function prepare(client: Client, operation: Operation, params: object, options: RequestOptions): Call {
  try {
    const state = internalsOf<ClientState>(client);
    if (!state) throw new UsageError("the first argument must be a client of createClient");
    const written = (operation.target ?? buildTarget)(operation, params);
    const url = client.baseUrl + written.target;
    const [body, contentType] = buildBody(operation, params);
    const headers: Record<string, string> = { accept: operation.accept ?? "application/json" };
    if (contentType) headers["content-type"] = contentType;
    mergeHeaders(headers, state.headers);
    // Servers check a stale token even where they need none, as at their login.
    if (!operation.security?.length) delete headers.authorization;
    mergeHeaders(headers, written.headers);
    mergeHeaders(headers, options.headers);
    return {
      client,
      state,
      operation,
      params,
      options,
      hooks: ([] as Hooks[]).concat(state.hooks ?? [], options.hooks ?? []),
      credentials: chooseCredentials(operation, state.credentials),
      request: { method: operation.method, url, headers, body },
      outgoing: { client, url, headers, secrets: [] },
    };
  } catch (error) {
    throw new UsageError((error as Error).message, { operationId: operation.id });
  }
}

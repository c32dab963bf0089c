import { attempts } from "./attempts.ts";
import { chooseCredentials } from "./authorize.ts";
import type { Call } from "./call.ts";
import { type CallOptions, type Client, type ClientState, notNegative } from "./client.ts";
import { UsageError } from "./errors/usage-error.ts";
import { type HeaderValues, mergeHeaders } from "./headers.ts";
import type { Hooks } from "./hooks.ts";
import { internalsOf } from "./internals.ts";
import type { Operation } from "./operation.ts";
import { ownProperties } from "./own-properties.ts";
import { DetailedResult } from "./result.ts";
import { queryTarget } from "./target/target.ts";
import { dataOf } from "./unwrap.ts";

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
  params?: object,
  options?: RequestOptions,
): Promise<Result> {
  return new DetailedResult(await attempts(prepare(client, operation, params ?? {}, options))) as Result;
}

/**
 * The same for the plain form, so that programs of plain functions go without detailed results.
 *
 * @returns the data of a success
 * @throws ApiError the class of the status, if it was no success; and whatever {@link request} rejects with
 */
export async function requestData<Data>(
  client: Client,
  operation: Operation,
  params?: object,
  options?: RequestOptions,
): Promise<Data> {
  return dataOf(await attempts(prepare(client, operation, params ?? {}, options)));
}

/** Arguments to URL, headers and body. Whatever is wrong with them is a UsageError that names the operation. */
function prepare(client: Client, described: Operation, params: object, given?: RequestOptions): Call {
  const operation = ownProperties(described);
  const options = ownProperties(given);
  try {
    const state = internalsOf<ClientState>(client);
    if (!state) throw new UsageError("the first argument must be a client");
    const written = ownProperties((operation.target ?? queryTarget)(operation, params));
    const url = client.baseUrl + written.target;
    const [body, contentType] = operation.body?.(operation, params) ?? [];
    const headers = mergeHeaders(
      Object.create(null),
      { accept: operation.accept ?? "application/json", "content-type": contentType },
      state.headers,
      // Servers check a stale token even where they need none, as at their login.
      operation.security?.length ? undefined : { authorization: null },
      written.headers,
      options.headers,
    );
    const limitOf = (name: "timeoutMs" | "totalTimeoutMs" | "maxResponseBytes") =>
      notNegative(name, options[name] ?? state[name]) || Infinity;
    return {
      client,
      state,
      operation,
      params,
      options,
      hooks: ([] as Hooks[]).concat(state.hooks ?? [], options.hooks ?? []),
      timeoutMs: limitOf("timeoutMs"),
      maxResponseBytes: limitOf("maxResponseBytes"),
      deadline: client.clock.now() + limitOf("totalTimeoutMs"),
      credentials: chooseCredentials(operation, state.credentials),
      request: { method: operation.method, url, headers, body },
      outgoing: { client, url, headers, secrets: [] },
    };
  } catch (error) {
    throw new UsageError((error as Error).message, { operationId: operation.id });
  }
}

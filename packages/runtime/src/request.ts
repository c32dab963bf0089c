import { attempt } from "./attempt.ts";
import { authorize } from "./authorize.ts";
import { buildBody } from "./bodies/body.ts";
import type { Call } from "./call.ts";
import type { Client, ClientState } from "./client.ts";
import { UsageError } from "./errors/usage-error.ts";
import { checkHeaders, type HeaderValues, mergeHeaders } from "./headers.ts";
import { internalsOf } from "./internals.ts";
import { limit } from "./limit.ts";
import type { Operation } from "./operation.ts";
import { createResult } from "./result.ts";
import { buildTarget } from "./target/target.ts";

/** Options of one call. */
export interface RequestOptions {
  /** Ends the call; it rejects with the reason of the signal. */
  readonly signal?: AbortSignal | undefined;
  /** Limit of one attempt in milliseconds, reading the body included; 0 or Infinity is none. @default the client's */
  readonly timeoutMs?: number | undefined;
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
  const state = internalsOf<ClientState>(client);
  if (!state)
    throw new UsageError("the first argument must be a client of createClient", { operationId: operation.id });
  options.signal?.throwIfAborted();
  const call = prepare(client, operation, params, options, state.headers);
  const pending = authorize(call, state.credentials);
  if (pending.length) await limit(options.signal, () => Promise.all(pending));
  mergeHeaders(call.headers, options.headers);
  checkHeaders(call.headers, operation.id);
  const { response, body } = await attempt(call);
  return createResult(call, response, body) as Result;
}

/** Arguments to URL, headers and body. Whatever is wrong with them is a UsageError that names the operation. */
function prepare(
  client: Client,
  operation: Operation,
  params: object,
  options: RequestOptions,
  defaults: HeaderValues | undefined,
): Call {
  try {
    const written = (operation.target ?? buildTarget)(operation, params);
    const url = client.baseUrl + written.target;
    const [body, contentType] = buildBody(operation, params);
    const headers: Record<string, string> = { accept: operation.accept ?? "application/json" };
    if (contentType) headers["content-type"] = contentType;
    mergeHeaders(headers, defaults);
    // Servers check a stale token even where they need none, as at their login.
    if (!operation.security?.length) delete headers.authorization;
    mergeHeaders(headers, written.headers);
    const shown = { ...headers };
    mergeHeaders(shown, options.headers);
    return { client, operation, params, options, url, headers, body, secrets: [], shown: [url, shown] };
  } catch (error) {
    throw new UsageError((error as Error).message, { operationId: operation.id });
  }
}

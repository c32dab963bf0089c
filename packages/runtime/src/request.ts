import { attempt } from "./attempt.ts";
import { authorize } from "./authorize.ts";
import { buildBody } from "./body.ts";
import type { Call } from "./call.ts";
import { type Client, stateOf } from "./client.ts";
import { decode } from "./decode.ts";
import { UsageError } from "./errors/usage-error.ts";
import { checkHeaders, type HeaderValues, mergeHeaders } from "./headers.ts";
import type { Operation } from "./operation.ts";
import { createResult } from "./result.ts";
import { serializeAll } from "./serialize.ts";
import { buildUrl } from "./url.ts";

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
  const call = prepare(client, operation, params, options);
  const pending = authorize(call);
  if (pending) await pending;
  checkHeaders(call.outgoing.headers, operation.id);
  const { response, body } = await attempt(call);
  return createResult({ call, response }, decode(call, response, body)) as Result;
}

/** Arguments to URL, headers and body. */
function prepare(client: Client, operation: Operation, params: object, options: RequestOptions): Call {
  const state = stateOf(client);
  if (!state)
    throw new UsageError("needs a client of createClient as its first argument.", { operationId: operation.id });
  const url = buildUrl(client.baseUrl, operation, params);
  const { body, contentType } = buildBody(operation, params);

  const headers: Record<string, string> = { accept: operation.accept ?? "application/json" };
  if (contentType) headers["content-type"] = contentType;
  mergeHeaders(headers, state.headers);
  // Servers check a stale token even where they need none, as at their login.
  if (!operation.security?.length) delete headers.authorization;
  mergeHeaders(headers, Object.fromEntries(serializeAll(operation, operation.header, params, "simple", String)));
  const cookies = serializeAll(operation, operation.cookie, params, "form", encodeURIComponent);
  if (cookies.length) headers.cookie = cookies.map(([, text]) => text.replaceAll("&", "; ")).join("; ");
  mergeHeaders(headers, options.headers ?? {});

  const outgoing = { url, headers: { ...headers }, secrets: [] };
  return { client, state, operation, params, options, url, headers, body, outgoing };
}

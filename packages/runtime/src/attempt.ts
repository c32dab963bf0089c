import { putCredentials } from "./authorize.ts";
import type { Call } from "./call.ts";
import { decodeJson } from "./decode.ts";
import { ConnectionError } from "./errors/connection-error.ts";
import { isSdkError } from "./errors/sdk-error.ts";
import { type HttpRequest, runHooks } from "./hooks.ts";
import { cleanCause } from "./redact.ts";
import { send } from "./redirect.ts";

export interface Answer {
  readonly response: Response;
  /** Decoded. */
  readonly body: unknown;
}

/** One attempt: hooks, credentials, request, answer. */
export async function attempt(call: Call, prepared: HttpRequest, nth: number, signal: AbortSignal): Promise<Answer> {
  const { operation, state, hooks } = call;
  let response: Response | undefined;
  call.request = prepared;
  if (hooks.length) {
    ({ response, request: call.request } = await runHooks(call, "request", { attempt: nth, signal }));
  }
  if (!response) {
    await putCredentials(call, signal);
    response = await send(call, signal).catch(broken(call));
    if (response.headers.has("x-ratelimit-limit")) state.rateLimited = response.headers;
  }
  if (hooks.length) ({ response = response } = await runHooks(call, "response", { attempt: nth, signal, response }));
  const isEmpty = operation.method === "HEAD" || /204|205|304/.test(`${response.status}`);
  const decode = operation.decode ?? decodeJson;
  return { response, body: isEmpty ? undefined : await decode(call, response).catch(broken(call, response)) };
}

/** Makes of whatever `fetch` throws an error that tells what happened. */
function broken(call: Call, response?: Response): (error: unknown) => Promise<never> {
  return async (error) => {
    if (isSdkError(error)) throw error;
    const { code, cause } = (error ?? {}) as { code?: string; cause?: { code?: string } };
    const reason = cause?.code ?? code;
    throw new ConnectionError(
      `${response ? "the answer broke off" : "no answer"} ${from(call)} (${reason ?? "fetch failed"})`,
      { operationId: call.operation.id, response, code: reason, cause: await cleanCause(call, error) },
    );
  };
}

/** The template of the path, for values in the URL may be secret. */
export function from({ client, operation }: Call): string {
  return `from ${operation.method} ${client.baseUrl}${operation.path}`;
}

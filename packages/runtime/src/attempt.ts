import { putCredentials } from "./authorize.ts";
import type { Call } from "./call.ts";
import { decodeJson } from "./decode.ts";
import { ConnectionError } from "./errors/connection-error.ts";
import { isSdkError } from "./errors/sdk-error.ts";
import { type HookContext, runHooks } from "./hooks.ts";
import { cleanCause } from "./redact.ts";
import { send } from "./redirect.ts";

/** An attempt; the steps of it write on it. */
export type Attempt = { -readonly [Part in keyof HookContext]: HookContext[Part] };

/** Hooks, credentials, request, answer. @returns the decoded body of the answer */
export async function attempt(call: Call, context: Attempt, signal: AbortSignal): Promise<unknown> {
  const { operation, state, hooks } = call;
  context.signal = signal;
  if (hooks.length) await runHooks(hooks, "request", context);
  call.request = context.request;
  if (!context.response) {
    await putCredentials(call, signal);
    context.response = await send(call).catch(broken(call));
  }
  if (hooks.length) await runHooks(hooks, "response", context);
  const { response } = context;
  if (response.headers.has("x-ratelimit-limit")) state.rateLimited = response.headers;
  return (operation.decode ?? decodeJson)(call, response).catch(broken(call, response));
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

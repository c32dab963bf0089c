import { putCredentials } from "./authorize.ts";
import type { Call } from "./call.ts";
import { decodeJson } from "./decode.ts";
import { ConnectionError } from "./errors/connection-error.ts";
import { isSdkError } from "./errors/sdk-error.ts";
import { type HookContext, runHooks } from "./hooks.ts";
import type { EndIn } from "./limit.ts";
import { ownProperties } from "./own-properties.ts";
import { cleanCause } from "./redaction/redact.ts";
import { send } from "./redirect.ts";

/** An attempt; the steps of it write on it. */
export type Attempt = { -readonly [Part in keyof HookContext]: HookContext[Part] };

/** How a call was answered. */
export interface Answer {
  readonly call: Call;
  /** Its body has been read. */
  readonly response: Response;
  /** The decoded body. */
  readonly body: unknown;
}

/** Hooks, credentials, request, answer. */
export async function attempt(call: Call, context: Attempt, signal: AbortSignal, endIn: EndIn): Promise<Answer> {
  const { operation, state, hooks } = call;
  if (hooks.length) await runHooks(hooks, "request", context, signal);
  call.request = ownProperties(context.request);
  if (!context.response) {
    await putCredentials(call, signal);
    // From here on: hooks hold calls back on purpose, and logins have limits and waits of their own.
    endIn(call.timeoutMs);
    context.response = await send(call).catch(broken(call));
  }
  if (hooks.length) await runHooks(hooks, "response", context, signal);
  const { response } = context;
  if (response.headers.has("x-ratelimit-limit")) state.rateLimited = response.headers;
  const body = await (operation.decode ?? decodeJson)(call, response).catch(broken(call, response));
  return { call, response, body };
}

/** Makes of whatever `fetch` throws an error that tells what happened. */
function broken(call: Call, response?: Response): (error: unknown) => Promise<never> {
  return async (error) => {
    if (isSdkError(error)) throw error;
    const { name, code, cause } = ownProperties(error as { name?: string; code?: string; cause?: { code?: string } });
    // A DOMException has a number, such as that of a time limit in a `fetch` of the caller's own.
    const reason = ownProperties(cause).code ?? ((code as never) < 99 ? name : code);
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

import type { Call } from "./call.ts";
import { checkTimeout } from "./client.ts";
import { decodeJson } from "./decode.ts";
import { ConnectionError } from "./errors/connection-error.ts";
import { isSdkError } from "./errors/sdk-error.ts";
import { TimeoutError } from "./errors/timeout-error.ts";
import { limit } from "./limit.ts";
import { cleanCause } from "./redact.ts";
import { send } from "./redirect.ts";

export interface Answer {
  readonly response: Response;
  /** Decoded. */
  readonly body: unknown;
}

/** Sends the request and reads the answer, within the time limit and until the caller's signal. */
export function attempt(call: Call): Promise<Answer> {
  const { client, operation, options } = call;
  const timeoutMs = checkTimeout(options.timeoutMs ?? client.timeoutMs);
  const expired = () =>
    new TimeoutError(`no full answer within ${timeoutMs} ms ${from(call)}`, { operationId: operation.id });
  return limit(options.signal, (signal) => exchange(call, signal), timeoutMs, expired);
}

async function exchange(call: Call, signal: AbortSignal): Promise<Answer> {
  const { operation } = call;
  let response: Response | undefined;
  try {
    response = await send(call, signal);
    const isEmpty = operation.method === "HEAD" || /204|205|304/.test(`${response.status}`);
    return { response, body: isEmpty ? undefined : await (operation.decode ?? decodeJson)(call, response) };
  } catch (error) {
    if (isSdkError(error)) throw error;
    const { code, cause } = (error ?? {}) as { code?: string; cause?: { code?: string } };
    throw new ConnectionError(
      `${response ? "the answer broke off" : "no answer"} ${from(call)} (${cause?.code ?? code ?? "fetch failed"})`,
      { operationId: operation.id, response, cause: await cleanCause(call, error) },
    );
  }
}

// The template of the path, for values in the URL may be secret.
function from({ client, operation }: Call): string {
  return `from ${operation.method} ${client.baseUrl}${operation.path}`;
}

import type { Call } from "./call.ts";
import { checkTimeout } from "./client.ts";
import { decode } from "./decode.ts";
import { ConnectionError } from "./errors/connection-error.ts";
import { isSdkError } from "./errors/sdk-error.ts";
import { TimeoutError } from "./errors/timeout-error.ts";
import { cleanCause } from "./redact.ts";
import { send } from "./redirect.ts";

export interface Answer {
  readonly response: Response;
  /** Decoded. */
  readonly body: unknown;
}

/**
 * Sends the request and reads the answer, within the time limit and until the caller's signal. Both end the wait
 * themselves, so that they hold with a `fetch` that ignores signals, and a caller gets back the very reason he gave.
 */
export function attempt(call: Call): Promise<Answer> {
  const { client, operation, options } = call;
  const { signal } = options;
  const timeoutMs = checkTimeout(options.timeoutMs ?? client.timeoutMs);
  return new Promise((resolve, reject) => {
    const controller = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const end = () => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", onAbort);
    };
    const stop = (reason: unknown) => {
      end();
      reject(reason);
      controller.abort(reason);
    };
    const onAbort = () => stop(signal?.reason);

    if (signal?.aborted) return onAbort();
    signal?.addEventListener("abort", onAbort);
    // Timers cannot be longer; a longer one would fire at once.
    if (timeoutMs && timeoutMs < 2 ** 31) {
      const expire = () =>
        stop(new TimeoutError(`no full answer in ${timeoutMs} ms ${from(call)}`, { operationId: operation.id }));
      timer = setTimeout(expire, timeoutMs);
      (timer as { unref?: () => void }).unref?.();
    }
    exchange(call, controller.signal).finally(end).then(resolve, reject);
  });
}

async function exchange(call: Call, signal: AbortSignal): Promise<Answer> {
  let response: Response | undefined;
  try {
    response = await send(call, signal);
    return { response, body: await decode(call, response) };
  } catch (error) {
    if (isSdkError(error)) throw error;
    const { code, cause } = error as { code?: string; cause?: { code?: string } };
    throw new ConnectionError(
      `${response ? "the answer broke off" : "no answer"} ${from(call)} (${cause?.code ?? code ?? "fetch failed"})`,
      { operationId: call.operation.id, response, cause: cleanCause(call, error) },
    );
  }
}

// The template of the path, for values in the URL may be secret.
function from({ client, operation }: Call): string {
  return `from ${operation.method} ${client.baseUrl}${operation.path}`;
}

import type { RawAnswer } from "../findings/raw-response.ts";
import { whyNoAnswer } from "../target/why-no-response.ts";
import { CannotRun } from "./cannot-run.ts";

/** A request to the target. */
export interface Outgoing {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: NonNullable<RequestInit["body"]>;
}

/** The most that is read of one answer, in bytes. */
const MAX_BODY_BYTES = 16 * 1024 * 1024;

/** No answer came; the message says why, as the end of a sentence. */
export class NoAnswer extends Error {
  override readonly name = "NoAnswer";
}

/**
 * Sends a request and reads the answer to its end. Redirects are answers like any other: following one could carry a
 * credential away, or turn a POST into a GET.
 *
 * @param timeoutMs - how long the whole exchange may take
 * @param signal - ends the exchange early
 * @throws NoAnswer when none came in time, or not all of it
 */
export async function exchange(outgoing: Outgoing, timeoutMs: number, signal?: AbortSignal): Promise<RawAnswer> {
  const { url, ...request } = outgoing;
  const timeout = AbortSignal.timeout(timeoutMs);
  try {
    const response = await fetch(url, {
      ...request,
      redirect: "manual",
      signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
    });
    return {
      status: response.status,
      headers: Object.fromEntries(response.headers),
      bytes: await readBounded(response),
    };
  } catch (error) {
    signal?.throwIfAborted();
    if (timeout.aborted) throw new NoAnswer(`did not answer within ${timeoutMs / 1000} s`, { cause: error });
    if (error instanceof NoAnswer || error instanceof CannotRun) throw error;
    throw new NoAnswer(whyNoAnswer(error), { cause: error });
  }
}

async function readBounded({ body }: Response): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of body ?? []) {
    length += chunk.length;
    // Leaving the loop ends the connection.
    if (length > MAX_BODY_BYTES) throw new NoAnswer(`answered with more than ${MAX_BODY_BYTES} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

import type { RawResponse } from "../findings/raw-response.ts";
import { whyNoResponse } from "../target/why-no-response.ts";
import { CannotRun } from "./cannot-run.ts";

/** A request to the target. */
export interface OutgoingRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: NonNullable<RequestInit["body"]>;
}

/** The maximum size of a response body, in bytes. */
const MAX_BODY_BYTES = 16 * 1024 * 1024;

/** No response came. The message says why, as the end of a sentence about the server. */
export class NoResponse extends Error {
  override readonly name = "NoResponse";
}

/**
 * Sends a request and reads the response to its end. Redirects are not followed: that could send a credential elsewhere,
 * or turn a POST into a GET.
 *
 * @param timeoutMs - how long the whole exchange may take
 * @param signal - ends the exchange early
 * @throws {NoResponse} if none came in time, or not all of it
 */
export async function sendRequest(
  outgoing: OutgoingRequest,
  timeoutMs: number,
  signal?: AbortSignal,
): Promise<RawResponse> {
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
    if (timeout.aborted) throw new NoResponse(`did not respond within ${timeoutMs / 1000} s`, { cause: error });
    if (error instanceof NoResponse || error instanceof CannotRun) throw error;
    throw new NoResponse(whyNoResponse(error), { cause: error });
  }
}

async function readBounded({ body }: Response): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of body ?? []) {
    length += chunk.length;
    // Leaving the loop closes the connection.
    if (length > MAX_BODY_BYTES) throw new NoResponse(`responded with more than ${MAX_BODY_BYTES} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

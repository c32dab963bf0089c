import type { RawAnswer } from "../findings/answer.ts";
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
    throw new NoAnswer(reasonOf(error), { cause: error });
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

const REASONS: Readonly<Record<string, string>> = {
  ECONNREFUSED: "refused the connection",
  ENOTFOUND: "has a name that does not resolve",
  EAI_AGAIN: "has a name that does not resolve at the moment",
  ECONNRESET: "broke the connection",
  UND_ERR_SOCKET: "broke the connection",
  EHOSTUNREACH: "cannot be reached",
  ENETUNREACH: "cannot be reached",
  ETIMEDOUT: "did not accept a connection in time",
  UND_ERR_CONNECT_TIMEOUT: "did not accept a connection in time",
  CERT_HAS_EXPIRED: "has a certificate that has expired",
  DEPTH_ZERO_SELF_SIGNED_CERT: "has a certificate that it signed itself (name its authority in NODE_EXTRA_CA_CERTS)",
  SELF_SIGNED_CERT_IN_CHAIN: "has a certificate of an unknown authority (name it in NODE_EXTRA_CA_CERTS)",
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: "has a certificate of an unknown authority (name it in NODE_EXTRA_CA_CERTS)",
  ERR_TLS_CERT_ALTNAME_INVALID: "has a certificate for another name",
  ERR_SSL_WRONG_VERSION_NUMBER: "does not speak TLS at this port",
};

/** Why a request failed, as the end of a sentence whose subject is the server. Quotes nothing that was sent. */
export function reasonOf(error: unknown): string {
  let cause = error;
  while (cause instanceof Error) {
    const { code, errors } = cause as Error & { code?: string; errors?: unknown[] };
    if (cause.name === "HTTPParserError") return "does not speak HTTP at this port";
    if (code !== undefined && REASONS[code]) return `${REASONS[code]} (${code})`;
    if (cause.cause === undefined && errors?.[0] === undefined) {
      return code === undefined ? "could not be asked" : `could not be asked (${code})`;
    }
    cause = cause.cause ?? errors?.[0];
  }
  return "gave no answer";
}

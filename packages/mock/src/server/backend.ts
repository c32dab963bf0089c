import type { PrismRequest, PrismViolation } from "../contract/contract.ts";
import type { Operation } from "../contract/load-operations.ts";

/** A request on its way to an answer. */
export interface Exchange {
  readonly operation: Operation;
  readonly request: PrismRequest;
  /** Values of the path template, decoded. */
  readonly pathParams: Readonly<Record<string, string>>;
  /** The body as it came. */
  readonly rawBody: Buffer;
  /** What in the request breaks the description. Where there is an error among them, the answer is a refusal. */
  readonly violations: readonly PrismViolation[];
  /** The address that the request came from. */
  readonly remoteAddress: string;
  /** The URL of this server as the caller knows it, without a trailing slash. */
  readonly origin: string;
}

export interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** A JSON value, or text for a media type that is not JSON; undefined for no body. */
  readonly body?: unknown;
}

/** What answers requests. */
export interface Backend {
  /** @throws a problem (see problem.ts) when there is no answer */
  answer(exchange: Exchange): Answer | Promise<Answer>;
  /** Forgets what it was told. */
  reset(): void | Promise<void>;
  close(): void | Promise<void>;
}

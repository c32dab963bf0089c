import type { Operation } from "../contract/load-operations.ts";
import type { PrismRequest, PrismViolation } from "../contract/prism-types.ts";

/** Where a request came from, and what it called the server. */
export interface Caller {
  /** The IP address that the request came from. */
  readonly remoteAddress: string;
  /** The URL of this server as the caller knows it, without a trailing slash. */
  readonly origin: string;
}

/** A request for an operation, checked against the description. */
export interface ReceivedRequest extends Caller {
  readonly operation: Operation;
  readonly request: PrismRequest;
  readonly rawBody: Buffer;
  /** How the request breaks the description. */
  readonly violations: readonly PrismViolation[];
}

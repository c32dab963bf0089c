import { hide, internalsOf } from "../internals.ts";
import { ownProperties } from "../own-properties.ts";

/** Details of an error, in addition to its message. */
export interface ErrorDetails {
  readonly operationId?: string;
  readonly response?: Response | undefined;
  /** @default what the headers of the response say */
  readonly requestId?: string;
  readonly cause?: unknown;
  /** The platform's code for the failure of a connection. */
  readonly code?: string | undefined;
  /** The decoded body of a response with an error status. */
  readonly body?: unknown;
  /** The start of a body that could not be decoded. */
  readonly text?: string;
}

export function detailsOf(error: unknown): ErrorDetails | undefined {
  return error instanceof Error ? internalsOf(error) : undefined;
}

/**
 * Base class of all errors of this package. `message`, `stack`, `util.inspect` and `JSON.stringify` show no credential, no
 * sensitive value and no body. The properties `headers`, `response` and `body` have everything that the server sent.
 */
export class SdkError<Received extends Response | undefined = Response | undefined> extends Error {
  /** The operation that was called. */
  declare readonly operationId: string | undefined;
  /** The HTTP status, if there was a response. */
  declare readonly status: number | undefined;
  /** The server's id of the request, from `x-request-id`, `request-id` or `x-correlation-id`. */
  declare readonly requestId: string | undefined;

  constructor(message: string, given?: ErrorDetails) {
    const details = ownProperties(given);
    const { operationId, response } = details;
    super(operationId ? `${operationId}: ${message}` : message, details);
    if (operationId) this.operationId = operationId;
    if (response) {
      const { status, headers } = response;
      this.status = status;
      const named = headers.get("x-request-id") || headers.get("request-id") || headers.get("x-correlation-id");
      const requestId = details.requestId ?? named;
      if (requestId) this.requestId = requestId;
    }
    hide(this, details);
  }

  override get name(): string {
    return "SdkError";
  }

  /** The headers of the response, if there was one. */
  get headers(): Received extends Response ? Headers : undefined {
    return this.response?.headers as never;
  }

  /** The response of `fetch`, if there was one; its body has been read. */
  get response(): Received {
    return detailsOf(this)?.response as Received;
  }

  /** Name, message, status, operation and request id: never a body or a header. */
  toJSON(): object {
    return { name: this.name, message: this.message, ...(this as object) };
  }
}

/** Whether the error comes from this package. */
export function isSdkError(error: unknown): error is SdkError {
  return !!detailsOf(error);
}

export function hasName(error: unknown, name: string): boolean {
  return isSdkError(error) && error.name === name;
}

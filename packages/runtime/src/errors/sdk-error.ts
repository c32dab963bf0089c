import { hide, internalsOf } from "../internals.ts";
import { ownProperties } from "../own-properties.ts";

/** What an error knows beside its message. */
export interface ErrorDetails {
  readonly operationId?: string;
  readonly response?: Response | undefined;
  readonly cause?: unknown;
  /** What the platform calls the failure of a connection. */
  readonly code?: string | undefined;
  /** The decoded body of an answer with an error status. */
  readonly body?: unknown;
  /** The start of a body that could not be decoded. */
  readonly text?: string;
}

export function detailsOf(error: unknown): ErrorDetails | undefined {
  return error instanceof Error ? internalsOf(error) : undefined;
}

/**
 * Base of all errors of this package. `message`, `stack`, `util.inspect` and `JSON.stringify` show no credential, no
 * sensitive value and no body; `headers` and what else came from the server are there as properties.
 */
export class SdkError<Answer extends Response | undefined = Response | undefined> extends Error {
  /** The operation that was called. */
  declare readonly operationId: string | undefined;
  /** The HTTP status, where an answer came. */
  declare readonly status: number | undefined;
  /** The server's name for the request, from `x-request-id`, `request-id` or `x-correlation-id`. */
  declare readonly requestId: string | undefined;

  constructor(message: string, given?: ErrorDetails) {
    const details = ownProperties(given);
    const { operationId, response } = details;
    super(operationId ? `${operationId}: ${message}` : message, details);
    if (operationId) this.operationId = operationId;
    if (response) {
      const { status, headers } = response;
      this.status = status;
      const requestId = headers.get("x-request-id") || headers.get("request-id") || headers.get("x-correlation-id");
      if (requestId) this.requestId = requestId;
    }
    hide(this, details);
  }

  override get name(): string {
    return "SdkError";
  }

  /** The headers of the answer, where one came. */
  get headers(): Answer extends Response ? Headers : undefined {
    return this.response?.headers as never;
  }

  /** The answer as `fetch` gave it, where one came; its body has been read. */
  get response(): Answer {
    return detailsOf(this)?.response as Answer;
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

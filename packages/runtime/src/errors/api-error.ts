import { detailsOf, type ErrorDetails, SdkError } from "./sdk-error.ts";

export interface ApiErrorDetails extends ErrorDetails {
  readonly response: Response;
  readonly body: unknown;
}

/** The server answered with an error status. The message is the useful sentence of its answer; `body` is all of it. */
export class ApiError<Body = unknown> extends SdkError {
  declare readonly status: number;

  constructor(message: string, details: ApiErrorDetails) {
    super(message, details);
  }

  override get name(): string {
    return "ApiError";
  }

  /** The decoded body, undefined if it was empty. */
  get body(): Body {
    return detailsOf(this)?.body as Body;
  }

  override get headers(): Headers {
    return this.response.headers;
  }

  /** The answer as `fetch` gave it; its body has been read. */
  get response(): Response {
    return detailsOf(this)?.response as Response;
  }
}

/** Whether the server answered with an error status. `Body` is taken on trust. */
export function isApiError<Body = unknown>(error: unknown): error is ApiError<Body> {
  return "body" in (detailsOf(error) ?? {});
}

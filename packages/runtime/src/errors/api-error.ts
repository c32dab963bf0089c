import { detailsOf, SdkError } from "./sdk-error.ts";

/** The server responded with an error status. `message` is the explanation in the response, `body` the whole response. */
export class ApiError<Body = unknown> extends SdkError<Response> {
  declare readonly status: number;

  override get name(): string {
    return "ApiError";
  }

  /** The decoded body; undefined if it was empty. */
  get body(): Body {
    return detailsOf(this)?.body as Body;
  }
}

/** Whether the error is an {@link ApiError}. `Body` is not checked. */
export function isApiError<Body = unknown>(error: unknown): error is ApiError<Body> {
  return "body" in (detailsOf(error) ?? {});
}

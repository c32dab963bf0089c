import { detailsOf, SdkError } from "./sdk-error.ts";

/** The server answered with an error status. The message is the useful sentence of its answer; `body` is all of it. */
export class ApiError<Body = unknown> extends SdkError<Response> {
  declare readonly status: number;

  override get name(): string {
    return "ApiError";
  }

  /** The decoded body, undefined if it was empty. */
  get body(): Body {
    return detailsOf(this)?.body as Body;
  }
}

/** Whether the server answered with an error status. `Body` is taken on trust. */
export function isApiError<Body = unknown>(error: unknown): error is ApiError<Body> {
  return "body" in (detailsOf(error) ?? {});
}

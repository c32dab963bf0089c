import type { Preferences } from "./preferences.ts";

/**
 * A response to plan for an operation. With a `status` or `example` and without a `body`, it is an example of the
 * description. Without all three, it is the ordinary response: with a backend, the request is carried out.
 */
export interface PlannedResponse extends Pick<Preferences, "example" | "delayMs" | "fault"> {
  /** @default the first success of the operation, or with a body, 200 */
  status?: number;
  /** Replace those of the example with the same names. */
  headers?: Record<string, string>;
  /** A JSON value, or text. It must fit the description if that has the status. */
  body?: unknown;
  /**
   * How many requests get this response.
   * @default 1
   */
  times?: number;
  /**
   * Whether the body may break the description.
   * @default false
   */
  unchecked?: boolean;
}

import type { Preferences } from "./preferences.ts";

/**
 * What to answer an operation next. With a `status` or `example` and without a `body` it is an example of the
 * description, and without all of these, what would be answered anyway: with state, what is asked for is done.
 */
export interface PlannedResponse extends Pick<Preferences, "example" | "delayMs" | "fault"> {
  /** @default the first success of the operation, or with a body, 200 */
  status?: number;
  /** Laid over those of the example. */
  headers?: Record<string, string>;
  /** A JSON value, or text. It must fit the description, where that has the status. */
  body?: unknown;
  /**
   * How many requests are answered so.
   * @default 1
   */
  times?: number;
  /**
   * Whether the body may break the description.
   * @default false
   */
  unchecked?: boolean;
}

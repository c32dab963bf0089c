import type { Operation } from "../operation.ts";

/** What is sent, and the content type; that is absent where `fetch` knows it better, as with boundaries. */
export type EncodedBody = readonly [body?: unknown, contentType?: string];

/** Writes `params.body`. @throws UsageError if it cannot be written so */
export type WriteBody = (operation: Operation, params: object) => EncodedBody;

/** A media type that is not JSON, and how a value is written in it. */
export interface MediaType {
  readonly type: string;
  readonly encode: (value: unknown, type: string) => EncodedBody;
}

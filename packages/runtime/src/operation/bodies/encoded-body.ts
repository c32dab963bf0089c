/** The body for `fetch`, and the content type; undefined if `fetch` sets it, as for forms with a boundary. */
export type EncodedBody = readonly [body?: unknown, contentType?: string];

/** A media type that is not JSON, and its encoder. */
export interface MediaType {
  readonly type: string;
  readonly encode: (value: unknown, type: string) => EncodedBody;
}

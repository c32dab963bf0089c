/** What is sent, and the content type; that is absent where `fetch` knows it better, as with boundaries. */
export type EncodedBody = readonly [body?: unknown, contentType?: string];

/** A media type that is not JSON, and how a value is encoded in it. */
export interface MediaType {
  readonly type: string;
  readonly encode: (value: unknown, type: string) => EncodedBody;
}

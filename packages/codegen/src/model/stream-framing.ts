/** How a media type separates the items of a stream. */
export type StreamFraming = "event-stream" | "json-lines" | "json-seq";

/** Media types whose bodies are streams of items. OpenAPI 3.2 calls them sequential. */
const FRAMINGS: ReadonlyMap<string, StreamFraming> = new Map([
  // https://html.spec.whatwg.org/multipage/server-sent-events.html
  ["text/event-stream", "event-stream"],
  // https://jsonlines.org
  ["application/jsonl", "json-lines"],
  // https://github.com/ndjson/ndjson-spec
  ["application/x-ndjson", "json-lines"],
  // RFC 7464
  ["application/json-seq", "json-seq"],
]);

/**
 * Returns how a media type separates the items of a stream, or undefined if its bodies are no streams.
 *
 * @param essence - a media type in lower case, without parameters
 */
export function streamFraming(essence: string): StreamFraming | undefined {
  return FRAMINGS.get(essence);
}

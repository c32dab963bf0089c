/** A response of a server, as received. */
export interface RawResponse {
  readonly status: number;
  /** By name in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly bytes: Buffer;
}

/** The media type of a response without its parameters, in lower case; empty when there is none. */
export function mediaTypeOf({ headers }: Pick<RawResponse, "headers">): string {
  return (headers["content-type"] ?? "").split(";", 1)[0]?.trim().toLowerCase() ?? "";
}

export function isJsonType(mediaType: string): boolean {
  return /^application\/([\w.-]+\+)?json$/.test(mediaType);
}

/** Parses JSON. @returns undefined when the text is not JSON */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * Recognises an HTML page, which proxies and frameworks send in place of data.
 *
 * @returns its title, which may be empty; undefined when the response is not HTML
 */
export function htmlTitleOf(response: RawResponse): string | undefined {
  const start = response.bytes.subarray(0, 4096).toString("utf8");
  const isHtml = /^(text\/html|application\/xhtml\+xml)$/.test(mediaTypeOf(response));
  if (!isHtml && !/^\s*(<!doctype html|<html)\b/i.test(start)) return undefined;
  return /<title[^>]*>([^<]*)/i.exec(start)?.[1]?.trim() ?? "";
}

/** An answer as it came from a server. */
export interface RawAnswer {
  readonly status: number;
  /** By name in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly bytes: Buffer;
}

/** The media type of an answer without its parameters, in lower case; empty when there is none. */
export function mediaTypeOf({ headers }: Pick<RawAnswer, "headers">): string {
  return (headers["content-type"] ?? "").split(";", 1)[0]?.trim().toLowerCase() ?? "";
}

export function isJsonType(mediaType: string): boolean {
  return /^application\/([\w.-]+\+)?json$/.test(mediaType);
}

/** Parses JSON. @returns undefined when the text is none: no JSON has that value */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * Recognises a page for people, which proxies and frameworks send where a program expects data.
 *
 * @returns its title, which may be empty; undefined when the answer is no such page
 */
export function htmlTitleOf(answer: RawAnswer): string | undefined {
  const start = answer.bytes.subarray(0, 4096).toString("utf8");
  const isHtml = /^(text\/html|application\/xhtml\+xml)$/.test(mediaTypeOf(answer));
  if (!isHtml && !/^\s*(<!doctype html|<html)\b/i.test(start)) return undefined;
  return /<title[^>]*>([^<]*)/i.exec(start)?.[1]?.trim() ?? "";
}

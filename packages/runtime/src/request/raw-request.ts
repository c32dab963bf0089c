import type { Client } from "../client/client.ts";
import { UsageError } from "../errors/usage-error.ts";
import { hasDotSegment } from "../operation/parameters/dot-segments.ts";
import type { RequestOptions } from "../options.ts";
import { type RawOperation, sendRaw } from "./send-raw.ts";

/**
 * Sends a request to any path, with the credentials, retries and hooks of a client.
 *
 * @param operation - the method, a name for errors, and the security schemes
 * @param path - below `baseUrl`, with or without a leading slash; may have a query
 * @param body - plain objects and arrays are sent as JSON, other values as `fetch` sends them
 * @returns the response of any status; its body is unread, and no time limit applies to reading it
 * @throws {UsageError} if `path` is not below `baseUrl`; nothing was sent
 * @throws {ConnectionError} if no response came
 * @throws {TimeoutError} if a time limit passed
 * @throws {RedirectError} if a redirect was refused
 */
export async function rawRequest(
  client: Client,
  operation: RawOperation,
  path: string,
  body?: unknown,
  options?: RequestOptions,
): Promise<Response> {
  return sendRaw(client, operation, targetBelow(client.baseUrl, path, operation.id), body, options);
}

/**
 * The path and query below `baseUrl`. A plain segment `.` is removed. Other spellings and `..` are refused, because servers
 * and proxies disagree about them.
 *
 * @throws {UsageError} if the path leads elsewhere
 */
export function targetBelow(baseUrl: string, path: string, operationId: string): string {
  const start = `${baseUrl}/`;
  const [place = ""] = path.split(/[?#]/);
  const segments = place.split("/").filter((segment) => segment !== ".");
  const leadsAway =
    /^[a-z][a-z\d+.-]*:|^\/\/|\\/i.test(place) || hasDotSegment(segments.join("/")) || /\p{Cc}/u.test(path);
  if (!leadsAway && URL.canParse(path.replace(/^\//, ""), start)) {
    const url = new URL(path.replace(/^\//, ""), start);
    url.hash = "";
    if (url.href.startsWith(start)) return url.href.slice(baseUrl.length);
  }
  throw new UsageError("the path must lead below baseUrl: give it without scheme, host, control characters and ..", {
    operationId,
  });
}

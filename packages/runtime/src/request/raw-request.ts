import type { Client } from "../client/client.ts";
import { UsageError } from "../errors/usage-error.ts";
import { hasDotSegment } from "../operation/parameters/dot-segments.ts";
import type { RequestOptions } from "../options.ts";
import { type RawOperation, sendRaw } from "./send-raw.ts";

/**
 * Sends a request that needs no description, with the credentials, retries and hooks of a client.
 *
 * @param path - below `baseUrl`, with or without a slash in front; may hold a query
 * @param body - plain objects and arrays are sent as JSON, all else as `fetch` sends it
 * @returns the response, whatever its status; its body is not read, and no time limit ends the reading
 * @throws {UsageError} before anything is sent, if `path` leads elsewhere
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
 * Path and query as they stand behind `baseUrl`. A plain segment `.` is left out by everybody alike; in another spelling,
 * or with two dots, it is not known what a server behind a proxy makes of it.
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

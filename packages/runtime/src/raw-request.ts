import { isStream, tagOf } from "./bodies/binary.ts";
import type { EncodedBody } from "./bodies/body.ts";
import type { Client } from "./client.ts";
import { UsageError } from "./errors/usage-error.ts";
import type { Hooks } from "./hooks.ts";
import type { Operation } from "./operation.ts";
import { ownProperties } from "./own-properties.ts";
import { findSecrets } from "./redaction/find-secrets.ts";
import { type RequestOptions, request } from "./request.ts";
import { hasDotSegment } from "./target/dot-segments.ts";

/** What names a raw request in errors, how it is sent, and the credentials that it may carry. */
export type RawOperation = Pick<Operation, "id" | "method" | "security">;

/**
 * Sends a request that needs no description, with the credentials, retries and hooks of a client.
 *
 * @param path below `baseUrl`, with or without a slash in front; may hold a query
 * @param body plain objects and arrays are sent as JSON, all else as `fetch` sends it
 * @returns the answer, whatever its status; its body is not read, and no limit or signal ends the reading
 * @throws UsageError before anything is sent, if `path` leads elsewhere
 * @throws ConnectionError, TimeoutError, RedirectError if no answer came
 */
export async function rawRequest(
  client: Client,
  described: RawOperation,
  path: string,
  body?: unknown,
  given?: RequestOptions,
): Promise<Response> {
  const { id, method, security } = ownProperties(described);
  const options = ownProperties(given);
  const target = targetBelow(client.baseUrl, path, id);
  const operation: Operation = {
    id,
    method,
    path: target.replace(/\?.*/, ""),
    target: () => ({ target }),
    body: () => encode(body),
    accept: "*/*",
    decode: async () => undefined,
    ...(security && { security }),
    // Nobody knows what is secret in it.
    sensitive: ["*"],
    findSecrets,
  };
  const hooks = [options.hooks ?? [], dropBody].flat();
  const { response } = await request<{ response: Response }>(client, operation, { body }, { ...options, hooks });
  return response;
}

/** An answer that is not returned must not hold its connection. It cannot be dropped if it broke off, or was read. */
const dropBody: Hooks = { retry: ({ response }) => void response?.body?.cancel().catch(() => {}) };

/**
 * Path and query as they stand behind `baseUrl`. A plain segment `.` is left out by everybody alike; in another spelling,
 * or with two dots, it is not known what a server behind a proxy makes of it.
 */
function targetBelow(baseUrl: string, path: string, operationId: string): string {
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

function encode(value: unknown): EncodedBody {
  const isData = !isStream(value) && / (Object|Array)]/.test(tagOf(value));
  return isData ? [JSON.stringify(value), "application/json"] : [value];
}

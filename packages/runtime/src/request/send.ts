import { RedirectError } from "../errors/redirect-error.ts";
import { pendingTurn } from "../event-loop.ts";
import { ownProperties } from "../own-properties.ts";
import { redact } from "../redaction/redact.ts";
import { applyCredentials } from "./authorize.ts";
import { type Attempt, newOutgoing } from "./exchange.ts";
import { fetchUntil } from "./fetch-until.ts";
import { canReplay } from "./retry.ts";

const REDIRECTS = [301, 302, 303, 307, 308];
/** Redirects after which other methods than GET and HEAD stay as they are (RFC 9110, section 15.4). */
const METHOD_KEEPING_REDIRECTS = [307, 308];
const MAX_REDIRECTS = 5;
const MAX_MESSAGE_LENGTH = 2_000;

/**
 * Calls `fetch`, and follows redirects that keep method, body and origin. It refuses others: where `fetch` follows them, a
 * POST becomes a GET that reports success, and credentials reach another server.
 *
 * @throws {RedirectError} if a redirect is refused
 */
export async function send({ call, outgoing: first }: Attempt, signal: AbortSignal): Promise<Response> {
  const { client, operation } = call;
  // Not called as a method of the client, because browsers forbid it.
  const { fetch } = client;
  const { method, body } = first;
  let outgoing = first;
  for (let redirects = 0; ; redirects++) {
    while (pendingTurn()) await pendingTurn();
    signal.throwIfAborted();
    const { url, headers } = outgoing;
    const init = { method, headers, body, redirect: "manual", duplex: "half" } as const;
    const response = await fetchUntil(signal, operation.bodySignal, (own) =>
      fetch(url, ownProperties({ ...init, signal: own } as RequestInit)),
    );
    const target = operation.redirect ? undefined : redirectTarget(response, url);
    if (!target) return response;

    // The streams of node-fetch have no `cancel`.
    await response.body?.cancel?.();
    const { status } = response;
    const isRead = method === "GET" || method === "HEAD";
    const keepsMethod = isRead || (METHOD_KEEPING_REDIRECTS.includes(status) && canReplay(first));
    // Browsers hide the target of a redirect, and its status is then 0.
    const advice =
      redirects === MAX_REDIRECTS
        ? "too many in a row"
        : !isSameOrigin(target, url)
          ? `if the API is there, set baseUrl to ${target.origin}`
          : status === 0 || !keepsMethod
            ? "use the path with its trailing slash"
            : undefined;
    if (advice) {
      const message = `refused the redirect (${status}) of ${method} to ${target.origin}${target.pathname}; ${advice}`;
      throw new RedirectError(await redact({ call, outgoing }, message, MAX_MESSAGE_LENGTH), {
        operationId: operation.id,
        response,
      });
    }
    outgoing = newOutgoing({ ...outgoing, url: target.href }, outgoing);
    await applyCredentials(call, outgoing, true);
  }
}

/** The target of a redirect. Returns undefined when the status is another, or `Location` is missing or not a URL. */
function redirectTarget({ status, headers }: Response, url: string): URL | undefined {
  if (status === 0) return new URL(url);
  const location = REDIRECTS.includes(status) && headers.get("location");
  return location && URL.canParse(location, url) ? new URL(location, url) : undefined;
}

/** Whether two URLs have one origin. A target with a user name counts as another origin. */
function isSameOrigin(target: URL, url: string): boolean {
  return target.href.startsWith(`${new URL(url).origin}/`);
}

import type { Call } from "./call.ts";
import { RedirectError } from "./errors/redirect-error.ts";
import { pendingTurn } from "./event-loop.ts";
import { ownProperties } from "./own-properties.ts";
import { redact } from "./redaction/redact.ts";
import { mayRepeat } from "./retry.ts";

/**
 * Calls `fetch`, and follows redirects that keep method, body and origin. Others are refused: as `fetch` follows them,
 * a POST becomes a GET that reports success, and credentials reach another server.
 */
export async function send(call: Call): Promise<Response> {
  const { method, body } = call.request;
  const { id, redirect } = call.operation;
  const { fetch } = call.client;
  let { url, headers, signal } = call.outgoing;
  const init = ownProperties({ method, headers, body, signal, redirect: "manual", duplex: "half" } as RequestInit);
  for (let left = 5; ; left--) {
    while (pendingTurn()) await pendingTurn();
    signal?.throwIfAborted();
    const response = await fetch(url, init);
    const { status } = response;
    if (redirect || !/^0|30[12378]/.test(`${status}`)) return response;
    // Browsers hide both: the status is 0. Without a location, or one that is no URL ("//"), it is an answer like others.
    const location = response.headers.get("location") ?? (status ? "//" : "");
    if (!URL.canParse(location, url)) return response;

    // node-fetch has streams of another kind.
    await response.body?.cancel?.();
    const { origin, pathname, href } = new URL(location, url);
    // With a user in it, it begins with something else.
    const isHere = href.startsWith(`${new URL(url).origin}/`);
    const keepsMethod = /GET|HEAD/.test(method) || (status > 306 && mayRepeat(call));
    if (!location || !isHere || !keepsMethod || !left) {
      const advice = !left
        ? "too many in a row"
        : isHere
          ? "use the path with its trailing slash"
          : `if the API is there, set baseUrl to ${origin}`;
      const message = `refused the redirect (${status}) of ${method} to ${origin}${pathname}; ${advice}`;
      throw new RedirectError(await redact(call, message, 2_000), { operationId: id, response });
    }
    url = href;
  }
}

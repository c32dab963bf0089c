import type { Call } from "./call.ts";
import { RedirectError } from "./errors/redirect-error.ts";
import { redact } from "./redact.ts";

/**
 * Calls `fetch`, and follows redirects that keep method, body and origin. Others are refused: as `fetch` follows them,
 * a POST becomes a GET that reports success, and credentials reach another server.
 */
export async function send(call: Call, signal: AbortSignal): Promise<Response> {
  const { operation, outgoing, body } = call;
  const { method } = operation;
  const { fetch } = call.client;
  const init = { method, headers: outgoing.headers, body, signal, redirect: "manual", duplex: "half" } as RequestInit;
  let url = outgoing.url;
  for (let left = 5; ; left--) {
    const response = await fetch(url, init);
    const { status } = response;
    const location = response.headers.get("location");
    const refuse = (why: string) =>
      new RedirectError(redact(call, `answered with a redirect (${status}) ${why}`), {
        operationId: operation.id,
        response,
      });
    if (response.type === "opaqueredirect")
      throw refuse("that the browser does not show. Use the path as the server wants it, with its trailing slash.");
    if (!location || operation.redirect || ![301, 302, 303, 307, 308].includes(status)) return response;

    const from = new URL(url);
    let to: URL;
    try {
      to = new URL(location, url);
    } catch {
      throw refuse("to what is no URL.");
    }
    const where = `to ${to.origin}${to.pathname}`;
    if (to.origin !== from.origin || to.username || to.password) {
      throw refuse(
        `${where}, another origin, where nothing was sent. If the API lives there, set baseUrl to ${to.origin}.`,
      );
    }
    if (!/^(GET|HEAD)$/.test(method) && status < 307) {
      const slash = to.pathname === `${from.pathname}/` ? "Use the path with its trailing slash." : "Use that path.";
      throw refuse(`${where}, which would not be a ${method} any more, and was not followed. ${slash}`);
    }
    if (body instanceof ReadableStream) throw refuse(`${where}, and a stream cannot be sent again. Use that path.`);
    if (!left) throw refuse(`${where}, after five others.`);
    await response.body?.cancel();
    url = to.href;
  }
}

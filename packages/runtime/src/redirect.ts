import type { Call } from "./call.ts";
import { RedirectError } from "./errors/redirect-error.ts";
import { redact } from "./redact.ts";

/**
 * Calls `fetch`, and follows redirects that keep method, body and origin. Others are refused: as `fetch` follows them,
 * a POST becomes a GET that reports success, and credentials reach another server.
 */
export async function send(call: Call, signal: AbortSignal): Promise<Response> {
  const { method, id, redirect } = call.operation;
  const { headers, body, client } = call;
  const { fetch } = client;
  const init = { method, headers, body, signal, redirect: "manual", duplex: "half" } as RequestInit;
  let { url } = call;
  for (let left = 5; ; left--) {
    const response = await fetch(url, init);
    const { status, type } = response;
    // A browser shows neither status nor location.
    const location = type === "opaqueredirect" ? "" : response.headers.get("location");
    if (location === null || redirect || !/^0|30[12378]/.test(`${status}`) || !URL.canParse(location, url))
      return response;

    const { origin, pathname, href, username } = new URL(location, url);
    const isElsewhere = username || origin !== new URL(url).origin;
    const mayRepeat = /GET|HEAD/.test(method) || (status > 306 && !(body instanceof ReadableStream));
    if (!location || isElsewhere || !mayRepeat || !left) {
      const advice = isElsewhere
        ? `if the API is there, set baseUrl to ${origin}`
        : left
          ? "use the path with its trailing slash"
          : "five were followed";
      const message = `refused the redirect (${status}) of ${method} to ${origin}${pathname}; ${advice}`;
      throw new RedirectError(redact(call, message), { operationId: id, response });
    }
    await response.body?.cancel();
    url = href;
  }
}

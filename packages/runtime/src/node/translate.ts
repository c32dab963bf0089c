// undici's fetch works with the dispatchers of its own version. Node's fetch works with those of some versions only: up to
// Node 24, it fails with undici 8. But undici's classes are not the global ones, which callers have and expect.
import type { Response as UndiciResponse } from "undici";
import { ownProperties } from "../index.ts";
import type { Undici } from "./load-undici.ts";

/** Converts a `FormData` to undici's own class. All other bodies pass as they are. */
export function toUndiciBody({ FormData }: Undici, body: unknown): unknown {
  if (Object.prototype.toString.call(body) !== "[object FormData]" || body instanceof FormData) return body;
  const form = new FormData();
  for (const [name, value] of body as Iterable<[string, string]>) form.append(name, value);
  return form;
}

/**
 * Converts a response to the global `Response`, so that `instanceof` works.
 *
 * @param ended - called once the response has ended
 */
export function toPlatformResponse(received: UndiciResponse, ended: () => void): Response {
  const { status, statusText, url } = received;
  const body = received.body && follow(received.body as ReadableStream<Uint8Array>, ended);
  if (!body) ended();
  // The constructor refuses a status above 599 and a reason phrase outside of Latin-1. Servers send both.
  const headers = [...received.headers] as [string, string][];
  const response = new Response(body, ownProperties({ status: Math.min(status, 599), headers }));
  for (const [name, value] of Object.entries({ status, statusText, url })) {
    Object.defineProperty(response, name, ownProperties({ value }));
  }
  return response;
}

// The reader also keeps undici from cancelling a body when its own response is collected as garbage.
function follow(body: ReadableStream<Uint8Array>, ended: () => void): ReadableStream<Uint8Array<ArrayBuffer>> {
  const reader = body.getReader();
  reader.closed.then(ended, ended);
  return new ReadableStream<Uint8Array<ArrayBuffer>>(
    ownProperties({
      async pull(controller: ReadableStreamDefaultController<Uint8Array<ArrayBuffer>>) {
        const { done, value } = await reader.read();
        if (done) controller.close();
        else controller.enqueue(value as Uint8Array<ArrayBuffer>);
      },
      cancel: (reason: unknown) => reader.cancel(reason),
    }),
  );
}

// undici's fetch goes with undici's dispatchers of the same version, while Node's own goes with some versions only: with
// those of undici 8 it fails up to Node 24. But undici's classes are not the global ones, which callers have and expect.
import type { Response as UndiciResponse } from "undici";
import { ownProperties } from "../index.ts";
import type { Undici } from "./load-undici.ts";

/** undici knows no other `FormData` than its own; all other kinds of body are the same classes. */
export function toUndiciBody({ FormData }: Undici, body: unknown): unknown {
  if (Object.prototype.toString.call(body) !== "[object FormData]" || body instanceof FormData) return body;
  const form = new FormData();
  for (const [name, value] of body as Iterable<[string, string]>) form.append(name, value);
  return form;
}

/**
 * The global `Response`, so that `instanceof` and whatever takes one work.
 *
 * @param ended called once nothing more of the answer will come
 */
export function toPlatformResponse(answer: UndiciResponse, ended: () => void): Response {
  const { status, statusText, url } = answer;
  const body = answer.body && follow(answer.body as ReadableStream<Uint8Array>, ended);
  if (!body) ended();
  // The constructor takes no status above 599 and no reason phrase in other scripts than Latin, which servers send all
  // the same.
  const headers = [...answer.headers] as [string, string][];
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

import { UsageError } from "./errors/usage-error.ts";
import type { Operation } from "./operation.ts";
import { own, toPlain } from "./serialize.ts";

/** What a body of a media type such as `application/octet-stream` or `image/png` may be given as. */
export type BinaryBody = Blob | ArrayBuffer | ArrayBufferView | ReadableStream | string;

/**
 * `params.body` in the media type of the operation, and the content type; that is absent where `fetch` knows it better,
 * as with boundaries and the type of a Blob.
 */
export function buildBody(operation: Operation, params: object): [body?: unknown, contentType?: string] {
  const body = own(params, "body");
  const [first, second] = ([] as (string | undefined)[]).concat(operation.body);
  if (!first || body === undefined) return [];
  const type = (second && (own(params, "contentType") as string | undefined)) || first;
  const named: [string?] = type.includes("*") ? [] : [type];

  if (/FormData|URLSearch/.test(tagOf(body))) return [body];
  if (isBinary(body)) return [body, ...named];
  if (/[/+]json\b/i.test(type)) return [JSON.stringify(body), type];
  if (/^multipart/i.test(type)) return [fill(new FormData(), body as object)];
  if (/urlencoded/i.test(type)) return [fill(new URLSearchParams(), body as object)];
  if (typeof body !== "object") return [`${body}`, ...named];
  if (type === "*/*") return [JSON.stringify(body), "application/json"];
  throw new UsageError(`the body must be text or binary, to be sent as ${type}`);
}

/** Arrays are repeated, null and undefined left out, objects written as JSON. */
function fill<Form extends FormData | URLSearchParams>(form: Form, fields: object): Form {
  for (const [name, field] of Object.entries(fields)) {
    for (const item of [field].flat()) {
      if (isBinary(item)) form.append(name, /Blob|File/.test(tagOf(item)) ? item : (new Blob([item]) as never));
      else if (item != null) {
        const plain = toPlain(item);
        form.append(name, typeof plain === "object" ? JSON.stringify(plain) : `${plain}`);
      }
    }
  }
  return form;
}

// By tag, not by `instanceof`: the classes may come from another realm, and asking for them costs.
function tagOf(value: unknown): string {
  return Object.prototype.toString.call(value);
}

function isBinary(value: unknown): boolean {
  return ArrayBuffer.isView(value) || / (Blob|File|ArrayBuffer|ReadableStream)]/.test(tagOf(value));
}

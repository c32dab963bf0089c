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
  const [first, second] = [operation.body].flat();
  if (!first || body === undefined) return [];
  const type = (second && (own(params, "contentType") as string | undefined)) || first;
  const isAny = type.includes("*");
  if (/Form|Search/.test(tagOf(body))) return [body];
  const isJson = /[/+]json(;|$)/i.test(type);
  if (isBinary(body) || (typeof body !== "object" && !isJson && !/form/i.test(type)))
    return isAny ? [body] : [body, type];
  if (isJson || isAny) return [JSON.stringify(body), isAny ? "application/json" : type];
  if (/form/i.test(type)) return [fill(/data/i.test(type) ? new FormData() : new URLSearchParams(), body as object)];
  throw new UsageError(`the body must be text or binary, to be sent as ${type}`);
}

/** Arrays are repeated, null and undefined left out, objects written as JSON. */
function fill<Form extends FormData | URLSearchParams>(form: Form, fields: object): Form {
  for (const [name, field] of Object.entries(fields)) {
    for (const item of [field].flat()) {
      if (item == null) continue;
      const plain = isBinary(item) ? (/Blob|File/.test(tagOf(item)) ? item : new Blob([item])) : toPlain(item);
      form.append(name, isBinary(plain) || typeof plain !== "object" ? (plain as string) : JSON.stringify(plain));
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

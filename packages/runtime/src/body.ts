import { UsageError } from "./errors/usage-error.ts";
import type { Operation } from "./operation.ts";
import { own, toPlain } from "./serialize.ts";

/** What a body of a media type such as `application/octet-stream` or `image/png` may be given as. */
export type BinaryBody = Blob | ArrayBuffer | ArrayBufferView | ReadableStream | string;

export interface RequestBody {
  readonly body: unknown;
  /** Absent where `fetch` knows it better: boundaries, the type of a Blob. */
  readonly contentType?: string | undefined;
}

/** Writes `params.body` in the media type of the operation. */
export function buildBody(operation: Operation, params: object): RequestBody {
  const value = own(params, "body");
  const [first, ...others] = ([] as (string | undefined)[]).concat(operation.body);
  if (!first || value === undefined) return { body: undefined };
  const contentType = (others.length && (own(params, "contentType") as string | undefined)) || first;
  const tag = tagOf(value);

  if (/^(FormData|URLSearchParams)$/.test(tag)) return { body: value };
  if (isBinary(value)) {
    if (!contentType.includes("*")) return { body: value, contentType };
    return { body: value, contentType: tag === "Blob" || tag === "File" ? undefined : "application/octet-stream" };
  }
  if (/[/+]json\b/i.test(contentType)) return { body: toJson(operation, value), contentType };
  if (/^multipart\//i.test(contentType)) return { body: fill(operation, new FormData(), value) };
  if (/urlencoded/i.test(contentType)) {
    return { body: `${fill(operation, new URLSearchParams(), value)}`, contentType };
  }
  if (typeof value !== "object")
    return { body: `${value}`, contentType: contentType.includes("*") ? undefined : contentType };
  if (contentType === "*/*") return { body: toJson(operation, value), contentType: "application/json" };
  throw new UsageError(`The body must be text or binary, to be sent as ${contentType}.`, { operationId: operation.id });
}

function toJson(operation: Operation, value: unknown): string {
  try {
    return JSON.stringify(value);
  } catch (cause) {
    throw new UsageError("The body cannot be written as JSON.", { operationId: operation.id, cause });
  }
}

/** Arrays are repeated, null and undefined left out, objects written as JSON. */
function fill<Form extends FormData | URLSearchParams>(operation: Operation, form: Form, value: unknown): Form {
  for (const [name, field] of Object.entries(value as object)) {
    for (const item of Array.isArray(field) ? field : [field]) {
      const plain = toPlain(item);
      if (item == null) continue;
      if (isBinary(item))
        form.append(name, (/^(Blob|File)$/.test(tagOf(item)) ? item : new Blob([item as never])) as string);
      else form.append(name, typeof plain === "object" ? toJson(operation, plain) : `${plain}`);
    }
  }
  return form;
}

// By tag, not by `instanceof`: the classes may come from another realm, and asking for them costs.
function tagOf(value: unknown): string {
  return Object.prototype.toString.call(value).slice(8, -1);
}

function isBinary(value: unknown): boolean {
  return ArrayBuffer.isView(value) || /^(Blob|File|ArrayBuffer|ReadableStream)$/.test(tagOf(value));
}

// The one file that knows openapi-fetch. Of it we use the two functions that lay out arrays and objects in the styles of
// OpenAPI. Its client is not used: it makes a platform `Request` for every call, which is most of its cost, and it
// decodes every body as JSON, whatever its media type. Its functions encode neither names nor keys, write null as
// "null", and leave values raw with `allowReserved`; so names and values are checked and encoded here beforehand, and
// `allowReserved: true` keeps it from doing so again.
import { serializeArrayParam, serializeObjectParam } from "openapi-fetch";
import { UsageError } from "./errors/usage-error.ts";
import type { Operation, Parameter } from "./operation.ts";

export type Encode = (text: string) => string;

/** Lays out one value. Empty text if there is nothing to send: null, undefined, an empty array or object. */
export function serialize(
  operation: Operation,
  name: string,
  value: unknown,
  style: string,
  explode: boolean,
  encode: Encode,
): string {
  const refuse = (what: string) => new UsageError(`"${name}" ${what}.`, { operationId: operation.id });
  const encodeChecked = (text: string): string => {
    if (/\p{Cs}/u.test(text)) throw refuse("contains half a surrogate pair");
    return encode(text);
  };
  const text = (item: unknown): string => {
    const plain = toPlain(item);
    if (plain === null || !/^(string|number|boolean|bigint)$/.test(typeof plain)) {
      throw refuse(item instanceof Date ? "is not a valid date" : "must not contain nested values");
    }
    return encodeChecked(String(plain));
  };
  const present = (item: unknown): boolean => item != null;
  const layout = { style, explode, allowReserved: true } as never;
  const wireName = encodeChecked(name);

  const plain = toPlain(value);
  if (value == null) return "";
  if (Array.isArray(plain)) {
    const items = plain.filter(present).map(text);
    return items.length ? serializeArrayParam(wireName, items, layout) : "";
  }
  if (plain && typeof plain === "object") {
    const entries = Object.entries(plain).filter(([, item]) => present(item));
    const encoded = Object.fromEntries(entries.map(([key, item]) => [encodeChecked(key), text(item)]));
    return entries.length ? serializeObjectParam(wireName, encoded, layout) : "";
  }
  return serializeArrayParam(wireName, [text(value)], { style, explode: false, allowReserved: true } as never);
}

/** Lays out the parameters of one place, in their order, as name and text. */
export function serializeAll(
  operation: Operation,
  parameters: readonly Parameter[] | undefined,
  params: object,
  defaultStyle: string,
  encode: Encode,
): [name: string, text: string][] {
  const done: [string, string][] = [];
  for (const parameter of parameters ?? []) {
    const details = typeof parameter === "string" ? { name: parameter } : parameter;
    const { name, as = name, style = defaultStyle, explode = style === "form", allowReserved, json } = details;
    const given = own(params, as);
    const value = json && given != null ? JSON.stringify(given) : given;
    const text = serialize(operation, name, value, style, explode, allowReserved ? encodeReserved : encode);
    if (text) done.push([name, text]);
  }
  return done;
}

/** Inherited names such as `constructor` are no arguments. */
export function own(params: object, name: string): unknown {
  return Object.hasOwn(params, name) ? params[name as keyof object] : undefined;
}

/** Dates and everything else that says what it is in JSON: an ISO date, a URL, a decimal. */
export function toPlain(value: unknown): unknown {
  const toJSON = (value as { toJSON?: () => unknown } | undefined | null)?.toJSON;
  return typeof toJSON === "function" ? toJSON.call(value) : value;
}

// Reserved characters that cannot end a value: not "&" and "#", not "+", which form decoders read as a space.
function encodeReserved(text: string): string {
  return encodeURIComponent(text).replace(/%(24|2C|2F|3A|3B|3D|3F|40)/g, decodeURIComponent);
}

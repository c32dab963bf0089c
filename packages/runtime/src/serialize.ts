// The one file that knows openapi-fetch. Its client is not used: it makes a platform `Request` for every call, which is
// most of its cost, and decodes bodies without regard to their media type. Of its serializers one is enough: objects are
// laid out as lists of their keys and values. It encodes no names, writes null as "null" and leaves values raw with
// `allowReserved`, so names and values are checked and encoded here, and `allowReserved` keeps it from doing so again.
import { serializeArrayParam } from "openapi-fetch";
import { UsageError } from "./errors/usage-error.ts";
import type { Parameter } from "./operation.ts";

export type Encode = (text: string) => string;

/**
 * Lays out one value.
 *
 * @param encode for names, keys, and values unless `encodeValue` is given
 * @returns empty text if there is nothing to send: null, undefined, an empty array or object
 */
export function serialize(
  name: string,
  value: unknown,
  style: string,
  explode: boolean,
  encode: Encode,
  encodeValue: Encode = encode,
): string {
  const text = (item: unknown): string => {
    if (!/object|function/.test(typeof item)) return encodeValue(`${item}`);
    throw new UsageError(`"${name}" holds a value that cannot be sent`);
  };
  const list = (items: string[], explode = false): string =>
    items.length ? serializeArrayParam(encode(name), items, { style, explode, allowReserved: true } as never) : "";

  if (value == null) return "";
  const plain = toPlain(value);
  if (!plain || typeof plain !== "object") return list([text(plain)]);
  if (Array.isArray(plain)) return list(plain.filter((item) => item !== null).map(text), explode);
  const isDeep = style === "deepObject";
  const pairs = Object.entries(plain)
    .filter(([, item]) => item !== null)
    .map(([key, item]) => [isDeep ? `${encode(name)}[${encode(key)}]` : encode(key), text(item)]);
  if (!explode && !isDeep) return list(pairs.flat());
  const items = pairs.map((pair) => pair.join("="));
  if (/simple|label/.test(style)) return list(items, true);
  return style === "matrix" ? items.map((item) => `;${item}`).join("") : items.join("&");
}

/** Lays out the parameters of one place, in their order, as name and text. */
export function serializeAll(
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
    const text = serialize(name, value, style, explode, encode, allowReserved ? encodeReserved : encode);
    if (text) done.push([name, text]);
  }
  return done;
}

/** Inherited names such as `constructor` are no arguments. */
export function own(params: object, name: string): unknown {
  return Object.hasOwn(params, name) ? params[name as keyof object] : undefined;
}

/** As JSON has it: dates become ISO text, and so does everything that says so itself. */
export function toPlain(value: unknown): unknown {
  return typeof value === "object" ? JSON.parse(JSON.stringify(value)) : value;
}

// Reserved characters that cannot end a value: not "&" and "#", not "+", which form decoders read as a space.
function encodeReserved(text: string): string {
  return encodeURIComponent(text).replace(/%(24|2C|2F|3A|3B|3D|3F|40)/g, decodeURIComponent);
}

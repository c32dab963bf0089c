import { UsageError } from "./errors/usage-error.ts";
import type { Parameter } from "./operation.ts";

export type Encode = (text: string) => string;

/**
 * Lays out one value as OpenAPI's styles say (RFC 6570).
 *
 * @param encode for names and keys, and for values unless `encodeValue` is given
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
  if (value == null) return "";
  const plain = toPlain(value);
  const isDeep = style === "deepObject";
  const isNamed = !/simple|label/.test(style);
  const isApart = explode || isDeep;
  const lead = style === "label" ? "." : style === "matrix" ? ";" : "";
  const delimiter = style === "pipeDelimited" ? "|" : style === "spaceDelimited" ? "%20" : ",";
  const entries =
    plain && typeof plain === "object" ? Object.entries(plain).filter(([, item]) => item !== null) : [["", plain]];
  const parts = entries.map(([index, item]) => {
    if (/object|function/.test(typeof item)) throw new UsageError(`"${name}" holds a value that cannot be sent`);
    const key = typeof plain !== "object" || Array.isArray(plain) ? "" : encode(index as string);
    const wireName = isDeep ? `${encode(name)}[${key}]` : key || (isNamed ? encode(name) : "");
    const before = isApart ? wireName && `${wireName}=` : key && key + delimiter;
    return before + encodeValue(`${item}`);
  });
  if (!parts.length) return "";
  const before = isNamed && !isApart ? `${lead + encode(name)}=` : lead;
  return before + parts.join(isApart ? lead || (isNamed ? "&" : ",") : delimiter);
}

/** Lays out the parameters of one place, in their order, as name and text. */
export function serializeAll(
  parameters: readonly Parameter[] = [],
  params: object,
  usualStyle: string,
  encode: Encode,
): [name: string, text: string][] {
  return parameters
    .map((parameter): [string, string] => {
      const details = typeof parameter === "string" ? { name: parameter } : parameter;
      const { name, as = name, style = usualStyle, explode = style === "form", allowReserved, json } = details;
      const given = own(params, as);
      const value = json && given != null ? JSON.stringify(given) : given;
      return [name, serialize(name, value, style, explode, encode, allowReserved ? encodeReserved : encode)];
    })
    .filter(([, text]) => text);
}

/** Inherited names such as `constructor` are no arguments. */
export function own(params: object, name: string): unknown {
  return Object.hasOwn(params, name) ? params[name as keyof object] : undefined;
}

/** As JSON has it: dates become ISO text, and so does everything that says so itself. */
export function toPlain(value: unknown): unknown {
  return typeof value === "object" ? JSON.parse(JSON.stringify(value)) : value;
}

// Those that would end the value are encoded all the same, and "+", which form decoders read as a space.
function encodeReserved(text: string): string {
  return encodeURI(text).replace(/[#&+]/g, encodeURIComponent);
}

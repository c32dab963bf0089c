import { UsageError } from "../errors/usage-error.ts";
import { ownProperties } from "../own-properties.ts";

// Values that cannot be cloned between threads, or would lose their name, are packed into a Map of their parts. Other data
// has no Maps, so that a Map is unambiguous.

/**
 * Converts a value to one that can be cloned to another thread (HTML, section 2.7, structured clone). Files keep their
 * names, forms their fields, and `toJSON` is honoured.
 *
 * @throws {UsageError} if the value, or one in it, cannot be passed
 */
export function pack(value: unknown, inside: readonly unknown[] = []): unknown {
  const refuse = (what: string): never => {
    throw new UsageError(`${what} cannot be passed to the thread that makes blocking calls`);
  };
  if (typeof value === "function" || typeof value === "symbol") return refuse(`a ${typeof value}`);
  if (!value || typeof value !== "object" || ArrayBuffer.isView(value)) return value;
  const tag = Object.prototype.toString.call(value).slice(8, -1);
  if (tag === "ReadableStream") return refuse("a stream, which would be read by the thread that waits,");
  if (tag === "File") {
    const { name, type, lastModified } = value as File;
    return packed("File", { blob: (value as File).slice(), name, type, lastModified });
  }
  if (tag === "FormData") return packed("FormData", { entries: pack([...(value as FormData).entries()]) });
  if (tag === "URLSearchParams") return packed("URLSearchParams", { text: `${value}` });
  if (/Blob|ArrayBuffer|Date/.test(tag)) return value;
  if (inside.includes(value)) return refuse("a value that contains itself");
  const packInner = (inner: unknown) => pack(inner, [...inside, value]);
  if (Array.isArray(value)) return value.map(packInner);
  const { toJSON } = value as { toJSON?: unknown };
  if (typeof toJSON === "function") return packInner(toJSON.call(value));
  const entries = Object.entries(value).map(([name, inner]) => [name, packInner(inner)]);
  return Object.fromEntries(entries);
}

function packed(kind: string, parts: object): Map<string, unknown> {
  return new Map(Object.entries({ kind, ...parts }));
}

/** Restores a packed value. */
export function unpack(value: unknown): unknown {
  if (!value || typeof value !== "object" || ArrayBuffer.isView(value)) return value;
  if (Array.isArray(value)) return value.map(unpack);
  if (value instanceof Map) return unpackParts(value);
  if (!/Object/.test(Object.prototype.toString.call(value))) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, unpack(inner)]));
}

function unpackParts(parts: ReadonlyMap<string, unknown>): unknown {
  const kind = parts.get("kind");
  if (kind === "URLSearchParams") return new URLSearchParams(parts.get("text") as string);
  if (kind === "File") {
    const [blob, name, type, lastModified] = ["blob", "name", "type", "lastModified"].map((part) => parts.get(part));
    const options = ownProperties({ type: type as string, lastModified: lastModified as number });
    return new File([blob as Blob], name as string, options);
  }
  const form = new FormData();
  for (const [name, item] of unpack(parts.get("entries")) as [string, string][]) form.append(name, item);
  return form;
}

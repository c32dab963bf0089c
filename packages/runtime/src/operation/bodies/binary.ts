/** The types of a binary body, such as one of `application/octet-stream` or `image/png`. */
export type BinaryBody = Blob | ArrayBuffer | ArrayBufferView | ReadableStream | string;

// By tag, not by `instanceof`: the classes may come from another realm, and looking them up is slow.
export function isBinary(value: unknown): boolean {
  return ArrayBuffer.isView(value) || / (Blob|File|ArrayBuffer|ReadableStream)]/.test(tagOf(value));
}

/** Converts a value to a Blob, for a part of a form. */
export function binaryPart(value: unknown): Blob {
  return /Blob|File/.test(tagOf(value)) ? (value as Blob) : new Blob([value as ArrayBuffer]);
}

/** The tag of a value, such as `[object Blob]`, which is the same in every realm. */
export function tagOf(value: unknown): string {
  return Object.prototype.toString.call(value);
}

/** Whether a value is a stream of the web or of Node.js. */
export function isStream(value: unknown): boolean {
  return Symbol.asyncIterator in Object(value);
}

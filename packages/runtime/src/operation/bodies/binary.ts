/** What a body of a media type such as `application/octet-stream` or `image/png` may be given as. */
export type BinaryBody = Blob | ArrayBuffer | ArrayBufferView | ReadableStream | string;

// By tag, not by `instanceof`: the classes may come from another realm, and asking for them costs.
export function isBinary(value: unknown): boolean {
  return ArrayBuffer.isView(value) || / (Blob|File|ArrayBuffer|ReadableStream)]/.test(tagOf(value));
}

/** As a part of a form has it: a Blob. */
export function binaryPart(value: unknown): Blob {
  return /Blob|File/.test(tagOf(value)) ? (value as Blob) : new Blob([value as ArrayBuffer]);
}

/** What a value is, whatever realm it comes from: `[object Blob]`. */
export function tagOf(value: unknown): string {
  return Object.prototype.toString.call(value);
}

/** One of the web, or of Node.js. */
export function isStream(value: unknown): boolean {
  return Symbol.asyncIterator in Object(value);
}

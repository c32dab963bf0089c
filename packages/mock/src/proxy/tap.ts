import { Transform, type TransformCallback } from "node:stream";

/** Passes bytes on as they come, and keeps a copy of them up to a limit. */
export class Tap extends Transform {
  readonly #limit: number;
  #chunks: Buffer[] = [];
  #length = 0;

  /** @param limit - the most bytes to keep; if there are more, nothing is kept */
  constructor(limit: number) {
    super();
    this.#limit = limit;
  }

  /** The number of bytes that have passed. */
  get length(): number {
    return this.#length;
  }

  /** The bytes that have passed; undefined when there are more than the limit. */
  get copy(): Buffer | undefined {
    return this.#length > this.#limit ? undefined : Buffer.concat(this.#chunks);
  }

  override _transform(chunk: Buffer, _: BufferEncoding, done: TransformCallback): void {
    this.#length += chunk.length;
    if (this.#length > this.#limit) this.#chunks = [];
    else this.#chunks.push(chunk);
    done(null, chunk);
  }
}

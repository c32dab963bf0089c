import { Transform, type TransformCallback } from "node:stream";

/** Passes bytes on as they come, and keeps a copy of the first of them. */
export class Tap extends Transform {
  readonly #limit: number;
  #chunks: Buffer[] = [];
  #length = 0;

  /** @param limit - how many bytes to keep; of more, nothing is kept */
  constructor(limit: number) {
    super();
    this.#limit = limit;
  }

  /** How many bytes have passed. */
  get length(): number {
    return this.#length;
  }

  /** What has passed; undefined when that is more than the limit. */
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

import { shortened } from "../findings/shown-value.ts";

/** Goes to the start of the line and empties it. */
const EMPTY = "\r\u001B[K";

/** A line on a terminal that is written over again and again, so that whoever waits sees something happen. */
export class ProgressLine {
  readonly #stream: NodeJS.WriteStream;
  readonly #isOn: boolean;
  #isShown = false;

  /** @param isWanted - whether to show it where it can be shown: on a terminal, which may be as dumb as to print its codes */
  constructor(stream: NodeJS.WriteStream, isWanted: boolean, { TERM }: NodeJS.ProcessEnv) {
    this.#stream = stream;
    this.#isOn = isWanted && Boolean(stream.isTTY) && TERM !== "dumb";
  }

  show(text: string): void {
    if (!this.#isOn) return;
    // A line that is broken in two could not be written over.
    this.#stream.write(EMPTY + shortened(text, Math.max(1, (this.#stream.columns || 80) - 1)));
    this.#isShown = true;
  }

  /** Empties the line, for something to be written in its place. */
  clear(): void {
    if (this.#isShown) this.#stream.write(EMPTY);
    this.#isShown = false;
  }
}

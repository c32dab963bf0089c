import { shortened } from "../findings/shown-value.ts";

/** Goes to the start of the line and clears it. */
const EMPTY = "\r\u001B[K";

/** A line on a terminal that shows the progress of a run. */
export class ProgressLine {
  readonly #stream: NodeJS.WriteStream;
  readonly #isOn: boolean;
  #isShown = false;

  /** @param isWanted - whether to show it; never shown unless the stream is a terminal that understands control codes */
  constructor(stream: NodeJS.WriteStream, isWanted: boolean, { TERM }: NodeJS.ProcessEnv) {
    this.#stream = stream;
    this.#isOn = isWanted && Boolean(stream.isTTY) && TERM !== "dumb";
  }

  show(text: string): void {
    if (!this.#isOn) return;
    // A line that wraps could not be cleared.
    this.#stream.write(EMPTY + shortened(text, Math.max(1, (this.#stream.columns || 80) - 1)));
    this.#isShown = true;
  }

  /** Clears the line, for other output in its place. */
  clear(): void {
    if (this.#isShown) this.#stream.write(EMPTY);
    this.#isShown = false;
  }
}

/** A comparison failed. The message is one sentence for people. */
export class SpecError extends Error {
  override readonly name = "SpecError";
}

/** The target cannot be checked at all. The message is a sentence for the person who started it. */
export class CannotRun extends Error {
  override readonly name = "CannotRun";
}

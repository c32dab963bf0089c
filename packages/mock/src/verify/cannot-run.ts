/** The target cannot be checked at all. The message is a sentence for people. */
export class CannotRun extends Error {
  override readonly name = "CannotRun";
}

/** The target has stopped responding in the middle of a run. The report says what came before. */
export class Gone extends CannotRun {}

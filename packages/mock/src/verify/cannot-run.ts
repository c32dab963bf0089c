/** The target cannot be checked at all. The message is a sentence for the person who started it. */
export class CannotRun extends Error {
  override readonly name = "CannotRun";
}

/** The target gave answers, and gives none any more: what came so far is worth a report. */
export class Gone extends CannotRun {}

/** Why a comparison could not be made, in one sentence for people. */
export class SpecError extends Error {
  override readonly name = "SpecError";
}

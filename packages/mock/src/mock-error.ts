/** Why a mock could not start. */
export type MockErrorCode = "description-unreadable" | "port-taken" | "cannot-listen";

/** A mock could not start. The message is a sentence for the person who started it. */
export class MockError extends Error {
  override readonly name = "MockError";
  readonly code: MockErrorCode;

  constructor(code: MockErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

/** Whether a value is a {@link MockError}, also one from another copy of this package. */
export function isMockError(value: unknown): value is MockError {
  return value instanceof Error && value.name === "MockError";
}

/** Why a mock failed. */
export type MockErrorCode =
  | "node-too-old"
  | "description-unreadable"
  | "port-taken"
  | "cannot-listen"
  | "option-refused"
  | "data-unusable"
  | "plan-refused"
  | "contract-broken";

/** A mock failed. The message is a sentence for people. */
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

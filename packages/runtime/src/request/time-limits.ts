import { UsageError } from "../errors/usage-error.ts";

/** Longest delay of a timer in milliseconds, about 24 days. */
export const MAX_TIMER_MS: number = 2 ** 31 - 1;

/** @returns the value of an option, or 0 without one. @throws {UsageError} if it is negative or not a number */
export function notNegative(name: string, value = 0): number {
  if (value >= 0) return value;
  throw new UsageError(`${name} must be 0 or more`);
}

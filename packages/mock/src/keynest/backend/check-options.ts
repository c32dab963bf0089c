import { MockError } from "../../mock-error.ts";
import { ownProperties } from "../../own-properties.ts";
import type { KeyNestOptions } from "./options.ts";

/**
 * Checks the values of options.
 *
 * @throws {MockError} `option-refused` if a value is invalid
 */
export function checkOptions(options: KeyNestOptions): void {
  const { start, adminKey, pageSize, accessTokenLifetimeMs, refreshTokenLifetimeMs, rateLimits } = options;
  const { requestsPerHour, loginsPerMinute } = ownProperties(typeof rateLimits === "object" ? rateLimits : {});
  if (start !== undefined && start !== "examples" && start !== "empty") throw refused("start", "examples or empty");
  if (adminKey !== undefined && !adminKey) throw refused("adminKey", "a text that is not empty");
  checkWhole({ pageSize, accessTokenLifetimeMs, refreshTokenLifetimeMs }, 1);
  checkWhole({ requestsPerHour, loginsPerMinute }, 0);
}

function checkWhole(numbers: Record<string, number | undefined>, least: number): void {
  for (const [name, value] of Object.entries(numbers)) {
    const isWhole = value === undefined || (Number.isInteger(value) && value >= least);
    if (!isWhole) throw refused(name, `a whole number from ${least}`);
  }
}

function refused(name: string, takes: string): MockError {
  return new MockError("option-refused", `The option ${name} takes ${takes}.`);
}

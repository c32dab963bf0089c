import { ownProperties } from "../../own-properties.ts";
import type { BackendOperation } from "../../server/backend.ts";
import { Refusal } from "./errors.ts";

/** How many requests the mock accepts. */
export interface RateLimits {
  /**
   * For each user.
   * @default 1000
   */
  requestsPerHour?: number;
  /**
   * Logins and registrations together, for each address of a caller.
   * @default 5
   */
  loginsPerMinute?: number;
}

/** How much of a rate limit is used. */
export interface Quota {
  limit: number;
  remaining: number;
  /** When the window ends, in milliseconds since 1970. */
  resetAt: number;
}

/** Counts requests in windows that begin with the first request. */
export interface RateLimiter {
  countRequest(operation: BackendOperation, userId: number): Quota;
  countLogin(operation: BackendOperation, address: string): Quota;
  reset(): void;
}

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;

/**
 * Creates a limiter. Only operations that declare a 429 are limited.
 *
 * @param limits - undefined for no limit; the headers then describe a window that has just begun
 */
export function createRateLimiter(limits: RateLimits | undefined, now: () => number): RateLimiter {
  const { requestsPerHour = 1000, loginsPerMinute = 5 } = ownProperties(limits ?? {});
  const windows = new Map<string, { used: number; resetAt: number }>();
  const count = (operation: BackendOperation, name: string, limit: number, lengthMs: number): Quota => {
    let window = windows.get(name);
    if (!limits || !window || window.resetAt <= now()) {
      window = { used: 0, resetAt: now() + lengthMs };
      windows.set(name, window);
    }
    if (window.used >= limit && declares(operation, 429)) throw tooManyRequests(limit, window.resetAt, now());
    window.used = Math.min(window.used + 1, limit);
    return { limit, remaining: limit - window.used, resetAt: window.resetAt };
  };
  return {
    countRequest: (operation, userId) => count(operation, `user ${userId}`, requestsPerHour, HOUR_MS),
    countLogin: (operation, address) => count(operation, `address ${address}`, loginsPerMinute, MINUTE_MS),
    reset: () => windows.clear(),
  };
}

/** Makes the headers about a quota, if the response declares them. */
export function quotaHeaders(
  operation: BackendOperation,
  status: number,
  quota: Quota | undefined,
): Record<string, string> {
  const response = operation.responses.find((each) => each.status === String(status));
  const isDeclared = response?.headers.some((name) => name.toLowerCase() === "x-ratelimit-limit");
  return quota && isDeclared ? headersOf(quota) : {};
}

export function declares({ responses }: BackendOperation, status: number): boolean {
  return responses.some((response) => response.status === String(status));
}

function tooManyRequests(limit: number, resetAt: number, now: number): Refusal {
  const seconds = Math.max(1, Math.ceil((resetAt - now) / 1000));
  const details = `Too many requests. Try again in ${seconds} seconds.`;
  return new Refusal(
    429,
    details,
    { error: "Rate limit exceeded", details },
    { ...headersOf({ limit, remaining: 0, resetAt }), "Retry-After": String(seconds) },
  );
}

function headersOf({ limit, remaining, resetAt }: Quota): Record<string, string> {
  return {
    "X-RateLimit-Limit": String(limit),
    "X-RateLimit-Remaining": String(remaining),
    "X-RateLimit-Reset": String(Math.ceil(resetAt / 1000)),
  };
}

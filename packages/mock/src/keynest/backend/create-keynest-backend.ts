import { randomBytes } from "node:crypto";
import { STATUS_CODES } from "node:http";
import { MockError } from "../../mock-error.ts";
import { ownProperties } from "../../own-properties.ts";
import type { Backend, BackendOperation, BackendRequest } from "../../server/backend.ts";
import type { MockResponse } from "../../server/mock-response.ts";
import { readFiles } from "./body.ts";
import type { Call, KeyNest, Notes } from "./call.ts";
import { checkOptions } from "./check-options.ts";
import { openDatabase } from "./database.ts";
import { problem, Refusal } from "./errors.ts";
import { handlers } from "./handlers.ts";
import { newSigningKey } from "./jwt.ts";
import { countUse } from "./keys.ts";
import type { KeyNestOptions } from "./options.ts";
import { createRateLimiter, declares, quotaHeaders } from "./rate-limits.ts";
import { fillWithExamples } from "./seed-data.ts";

/**
 * Creates a small KeyNest with state: permitted users can read, change and delete the objects that they create.
 *
 * Each request is one transaction, which ends before the response is sent.
 *
 * @param operations - the operations of the mock
 * @throws {MockError} `option-refused` if the operations are not those of KeyNest or an option has an invalid value,
 *   `data-unusable` if the data file cannot be used
 */
export function createKeyNestBackend(operations: readonly BackendOperation[], given: KeyNestOptions = {}): Backend {
  const options = ownProperties(given);
  checkOperations(operations);
  checkOptions(options);
  const { clock = Date.now, random = randomBytes, rateLimits = false } = options;
  const limiter = createRateLimiter(rateLimits === true ? {} : rateLimits || undefined, clock);
  const sources = { now: clock, random: (size: number): Buffer => Buffer.from(random(size)) };
  const fill = (database: KeyNest["database"]): void => {
    newSigningKey({ database, ...sources });
    if (options.start !== "empty") fillWithExamples({ database, ...sources });
  };
  const database = openDatabase(options.data, fill);
  const keynest: KeyNest = {
    ...sources,
    database,
    limiter,
    settings: {
      adminKey: options.adminKey ?? "123abc",
      pageSize: options.pageSize ?? 20,
      accessTokenLifetimeMs: options.accessTokenLifetimeMs ?? 300_000,
      refreshTokenLifetimeMs: options.refreshTokenLifetimeMs ?? 86_400_000,
      rotatesRefreshTokens: options.rotateRefreshTokens ?? true,
    },
  };
  return {
    respond: async (request) => respond(keynest, request, await readFiles(request)),
    handlesInvalidRequests: true,
    reset: () => {
      limiter.reset();
      database.transaction(() => {
        database.clear();
        fill(database);
      });
    },
    close: () => database.close(),
  };
}

function checkOperations(operations: readonly BackendOperation[]): void {
  const missing = Object.keys(handlers).find((id) => !operations.some(({ operationId }) => operationId === id));
  if (missing === undefined) return;
  throw new MockError(
    "option-refused",
    `A mock with state serves the KeyNest API, and the description has no operation ${missing}. Leave out one of the two.`,
  );
}

function respond(keynest: KeyNest, request: BackendRequest, body: unknown): MockResponse {
  const { operation } = request;
  const handler = handlers[operation.operationId];
  if (!handler) throw problem(501, "Not implemented", "The mock with state does not know this operation.");
  const notes: Notes = {};
  const response = attempt(keynest, { ...keynest, request, body, notes }, handler);
  return { ...response, headers: { ...quotaHeaders(operation, response.status, notes.quota), ...response.headers } };
}

/** Carries out a request, or nothing if it is refused. */
function attempt({ database }: KeyNest, call: Call, handler: (call: Call) => MockResponse): MockResponse {
  try {
    return database.transaction(() => {
      const response = handler(call);
      if (call.notes.key !== undefined) countUse(call, call.notes.key, true);
      return response;
    });
  } catch (error) {
    const { key } = call.notes;
    if (key !== undefined) database.transaction(() => countUse(call, key, false));
    if (!(error instanceof Refusal)) throw error;
    const { status, headers, body, message } = error;
    if (!declares(call.request.operation, status)) throw problem(status, STATUS_CODES[status] ?? "Refused", message);
    return { status, headers, body };
  }
}

import { randomBytes } from "node:crypto";
import { STATUS_CODES } from "node:http";
import type { Operation } from "../contract/load-operations.ts";
import { MockError } from "../mock-error.ts";
import { ownProperties } from "../own-properties.ts";
import type { Answer, Backend, Exchange } from "../server/backend.ts";
import { readBody } from "./body.ts";
import type { Call, KeyNest, Notes } from "./call.ts";
import { checkOptions } from "./check-options.ts";
import { openDatabase } from "./database.ts";
import { problem, Refusal } from "./errors.ts";
import { fillWithExamples } from "./examples.ts";
import { handlers } from "./handlers.ts";
import { newSigningKey } from "./jwt.ts";
import { countUse } from "./keys.ts";
import { createRateLimiter, declares, quotaHeaders, type RateLimits } from "./rate-limits.ts";

export interface KeyNestOptions {
  /**
   * The file that keeps everything, an SQLite database. It is made when there is none, for the eyes of its owner alone.
   * Values and names stand in it in the clear; passwords and tokens are hashed.
   * @default in memory, until the end of the process
   */
  data?: string;
  /**
   * What there is at the start: the users, organizations, projects, environments and variables of the description's
   * examples, or nothing. A data file that exists already stays as it is.
   * @default "examples"
   */
  start?: "examples" | "empty";
  /**
   * The time, in milliseconds since 1970.
   * @default Date.now
   */
  clock?: () => number;
  /**
   * Random bytes, for tokens and keys; others each time.
   * @default crypto.randomBytes
   */
  random?: (size: number) => Uint8Array;
  /**
   * The key that client administration takes.
   * @default "123abc"
   */
  adminKey?: string;
  /**
   * How many objects a page has.
   * @default 20
   */
  pageSize?: number;
  /**
   * How long the access tokens of JWT pairs, clients and OAuth 2.0 are valid.
   * @default 300_000
   */
  accessTokenLifetimeMs?: number;
  /**
   * How long the refresh tokens are valid.
   * @default 86_400_000
   */
  refreshTokenLifetimeMs?: number;
  /**
   * Whether each refresh token of a JWT pair can be used once only, and its use gives a new one.
   * @default true
   */
  rotateRefreshTokens?: boolean;
  /**
   * Answers 429 to those who ask too often: `true` for 1000 requests an hour for each user, and 5 logins and
   * registrations a minute for each address.
   * @default false
   */
  rateLimits?: boolean | RateLimits;
}

/**
 * Makes a small KeyNest that remembers: what is created can be read, changed and deleted, by those who may.
 *
 * Each request is one transaction, which is over before the answer is sent.
 *
 * @param operations - what is to be answered
 * @throws MockError `option-refused` when the operations are not those of KeyNest or an option has a value that it
 *   cannot have, `data-unusable` when the data file cannot be used
 */
export function createKeyNest(operations: readonly Operation[], given: KeyNestOptions = {}): Backend {
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
    answer: async (exchange) => answer(keynest, exchange, await readBody(exchange)),
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

function checkOperations(operations: readonly Operation[]): void {
  const missing = Object.keys(handlers).find((id) => !operations.some(({ iid }) => iid === id));
  if (missing === undefined) return;
  throw new MockError(
    "option-refused",
    `A mock with state serves the KeyNest API, and the description has no operation ${missing}. Leave out one of the two.`,
  );
}

function answer(keynest: KeyNest, exchange: Exchange, body: unknown): Answer {
  const { operation } = exchange;
  const handler = handlers[operation.iid ?? ""];
  if (!handler) throw problem(501, "Not implemented", "The mock with state does not know this operation.");
  const notes: Notes = {};
  const { status, headers, body: content } = attempt(keynest, { ...keynest, exchange, body, notes }, handler);
  const contentType: Record<string, string> = content === undefined ? {} : { "Content-Type": "application/json" };
  return {
    status,
    headers: { ...contentType, ...quotaHeaders(operation, status, notes.quota), ...headers },
    body: content,
  };
}

/** Does what a request asks for, or nothing at all when it is refused. */
function attempt({ database }: KeyNest, call: Call, handler: (call: Call) => Answer): Answer {
  try {
    return database.transaction(() => {
      const answer = handler(call);
      if (call.notes.key !== undefined) countUse(call, call.notes.key, true);
      return answer;
    });
  } catch (error) {
    const { key } = call.notes;
    if (key !== undefined) database.transaction(() => countUse(call, key, false));
    if (!(error instanceof Refusal)) throw error;
    const { status, headers, body, message } = error;
    if (!declares(call.exchange.operation, status)) throw problem(status, STATUS_CODES[status] ?? "Refused", message);
    return { status, headers, body };
  }
}

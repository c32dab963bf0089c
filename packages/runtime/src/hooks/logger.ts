import { internalsOf } from "../internals.ts";
import { ownProperties } from "../own-properties.ts";
import { redact } from "../redaction/redact.ts";
import type { Attempt } from "../request/exchange.ts";
import type { HookContext, Hooks } from "./hooks.ts";
import { shownBody, shownHeaders, shownResponseBody } from "./shown.ts";

export type LogLevel = "error" | "warn" | "info" | "debug";

/** One line of a log, as text and as data. It contains no secret. */
export interface LogEntry {
  readonly level: LogLevel;
  /** The other properties as one line of text. */
  readonly message: string;
  readonly operationId: string;
  readonly method: string;
  readonly url: string;
  readonly attempt: number;
  readonly status?: number;
  /** From the request to the head of the response, or to the failure. */
  readonly durationMs?: number;
  /** The server's id of the request. */
  readonly requestId?: string;
  readonly error?: string;
  /** How long the call waits before its next attempt. */
  readonly delayMs?: number;
  /** Headers of the request or response; at the level `debug`. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface LoggerOptions {
  /** The least important level that is logged: responses are `info`, error statuses and retries `warn`. @default "info" */
  readonly level?: LogLevel | undefined;
  /** Receives the entries. Calls do not wait for it, and its errors are ignored. @default the console, by level */
  readonly log?: ((entry: LogEntry) => unknown) | undefined;
}

/** Longest texts in an entry, in characters. */
const MOST_OF_URL = 2_000;
const MOST_OF_ERROR = 1_000;
const MOST_OF_REQUEST_ID = 200;

const LEVELS: readonly LogLevel[] = ["error", "warn", "info", "debug"];

/**
 * Makes hooks that log requests, responses, failures and retries; at the level `debug` with headers and bodies. They
 * replace credentials, and values that the description marks as sensitive, by `[redacted]`.
 *
 * @example createClient({ hooks: logger({ level: "debug" }) })
 */
export function logger(options: LoggerOptions = {}): Hooks {
  const { level = "info", log = toConsole } = ownProperties(options);
  const isDebug = level === "debug";
  const started = new WeakMap<HookContext, number>();

  async function write(of: LogLevel, context: HookContext, said: string, more: Partial<LogEntry> = {}): Promise<void> {
    const attempt = internalsOf<Attempt>(context);
    if (!attempt || LEVELS.indexOf(of) > LEVELS.indexOf(level)) return;
    const { operation, request, attempt: number } = context;
    const url = await redact(attempt, request.url, MOST_OF_URL);
    const message = `${operation.id}: ${request.method} ${url} ${said}`;
    const about = { operationId: operation.id, method: request.method, url, attempt: number };
    const details = [more.headers && JSON.stringify(more.headers), more.body].filter(Boolean).join(" ");
    const entry = { level: of, message: details ? `${message} ${details}` : message, ...about, ...more };
    (async () => log(entry))().catch(() => {});
  }

  /** Milliseconds since the request hook. */
  function since(context: HookContext): number {
    const now = context.client.clock.now();
    return now - (started.get(context) ?? now);
  }

  return {
    async request(context) {
      started.set(context, context.client.clock.now());
      const attempt = internalsOf<Attempt>(context);
      if (!isDebug || !attempt) return;
      const { headers, body } = context.request;
      const shown = {
        headers: await shownHeaders(attempt, Object.entries(headers)),
        body: await shownBody(attempt, body, headers["content-type"]),
      };
      await write("debug", context, `attempt ${context.attempt}`, shown);
    },

    async response(context) {
      const { response } = context;
      const durationMs = since(context);
      const attempt = internalsOf<Attempt>(context);
      const ids = ["x-request-id", "request-id", "x-correlation-id"].map((name) => response.headers.get(name));
      const named = ids.find(Boolean);
      const requestId = attempt && named && (await redact(attempt, named, MOST_OF_REQUEST_ID));
      const shown = isDebug &&
        attempt && {
          headers: await shownHeaders(attempt, response.headers),
          body: await shownResponseBody(attempt, response),
        };
      const more = { status: response.status, durationMs, ...(requestId && { requestId }), ...shown };
      await write(response.ok ? "info" : "warn", context, `→ ${response.status} in ${durationMs} ms`, more);
    },

    async error(context) {
      const attempt = internalsOf<Attempt>(context);
      const message = `${(context.error as Error | undefined)?.message ?? context.error}`;
      const error = attempt ? await redact(attempt, message, MOST_OF_ERROR) : "";
      await write("error", context, `failed: ${error}`, { error, durationMs: since(context) });
    },

    async retry(context) {
      const delayMs = Math.round(context.delayMs);
      await write("warn", context, `retry in ${delayMs} ms`, { delayMs });
    },
  };
}

function toConsole({ level, message }: LogEntry): void {
  console[level](message);
}

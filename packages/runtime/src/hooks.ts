import type { Call } from "./call.ts";
import type { Client } from "./client.ts";
import { hide } from "./internals.ts";
import type { Operation } from "./operation.ts";

/** What will be sent, without credentials. */
export interface HttpRequest {
  readonly method: string;
  readonly url: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** As `fetch` takes it. */
  readonly body?: unknown;
}

/** What every hook gets. */
export interface HookContext {
  readonly client: Client;
  readonly operation: Operation;
  readonly params: object;
  /** Counts what is sent for a call, from 1. */
  readonly attempt: number;
  /** Aborted when the attempt or the call ends before its answer. */
  readonly signal?: AbortSignal | undefined;
  readonly request: HttpRequest;
}

export interface ResponseContext extends HookContext {
  /** Its body has not been read: read a clone. */
  readonly response: Response;
}

export interface ErrorContext extends HookContext {
  readonly error: unknown;
}

export interface RetryContext extends HookContext {
  /** The answer that is not good enough, its body read; or there is an `error`. */
  readonly response?: Response;
  readonly error?: unknown;
  /** How long the call waits for its next attempt, in milliseconds. */
  readonly delayMs: number;
}

type Awaitable<Value> = Value | PromiseLike<Value>;

/** What a hook may return, or nothing. */
// biome-ignore lint/suspicious/noConfusingVoidType: for hooks that have no return
type Replacement<Value> = Awaitable<Value | undefined | void>;

/**
 * Functions that are called at each attempt, in this order: `request`, then credentials are put on and the request is
 * sent, then `response` or `error`, then `retry` if there is another attempt. Of several, those of the client come
 * first, then those of the call, each seeing what the one before it returned. What one throws ends the call.
 */
export interface Hooks {
  /** May return parts of a request, to replace them, or a response, to answer without the server. */
  readonly request?: (context: HookContext) => Replacement<Partial<HttpRequest> | Response>;
  /** May return another response. */
  readonly response?: (context: ResponseContext) => Replacement<Response>;
  /** The attempt brought no answer, or none that can be decoded. May return another error. */
  readonly error?: (context: ErrorContext) => unknown;
  readonly retry?: (context: RetryContext) => Awaitable<void>;
}

type Context = HookContext & Partial<ResponseContext & ErrorContext & RetryContext>;

/** @returns the context as the hooks left it */
export async function runHooks(call: Call, kind: keyof Hooks, more: Partial<Context>): Promise<Context> {
  const { client, operation, params, request, hooks } = call;
  const context = hide({ client, operation, params, request, ...more } as Context, call);
  for (const one of hooks) {
    const replaced = (await one[kind]?.(context as never)) as object | undefined;
    if (!replaced) continue;
    if (kind !== "request") Object.assign(context, { [kind]: replaced });
    else if ("status" in replaced) return { ...context, response: replaced as Response };
    else Object.assign(context, { request: { ...context.request, ...replaced } });
  }
  return context;
}

import type { Client } from "../client/client.ts";
import type { Operation } from "../operation/operation.ts";
import { ownProperties } from "../own-properties.ts";

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
  /** Aborted when the attempt, or the wait after it, ends early. */
  readonly signal?: AbortSignal | undefined;
  readonly request: HttpRequest;
  /** The response, once there is one. Until the hook `retry` its body has not been read: read a clone. */
  readonly response?: Response | undefined;
  /** Why the attempt failed: an SdkError, or what a hook or a credential threw. */
  readonly error?: unknown;
  /** How long the call waits for its next attempt, in milliseconds; for the hook `retry`. */
  readonly delayMs?: number | undefined;
}

type Awaitable<Value> = Value | PromiseLike<Value>;

/** What a hook replaces of its context; undefined leaves everything as it is. */
// biome-ignore lint/suspicious/noConfusingVoidType: for hooks that have no return
type Replacing<Part extends keyof HookContext> = Awaitable<Partial<Pick<HookContext, Part>> | undefined | void>;

/**
 * Functions that are called at each attempt, in this order: `request`, then credentials are put on and the request is
 * sent, then `response` or `error`, then `retry` if there is another attempt. Of several, those of the client come
 * first, then those of the call, each seeing what the one before it returned. What one throws ends the attempt.
 *
 * @example { request: ({ request }) => ({ request: { ...request, headers: { ...request.headers, "x-team": "a" } } }) }
 */
export interface Hooks {
  /** May replace the request, on its own origin; or give the response, and nothing is sent. */
  readonly request?: (context: HookContext) => Replacing<"request" | "response">;
  /** May replace the response. */
  readonly response?: (context: HookContext & { readonly response: Response }) => Replacing<"response">;
  /** The attempt brought no response, or none that can be decoded. May replace the error. */
  readonly error?: (context: HookContext) => Replacing<"error">;
  /** Before the wait for another attempt. May replace the time to wait. */
  readonly retry?: (context: HookContext & { readonly delayMs: number }) => Replacing<"delayMs">;
}

/** Lays what the hooks of one kind return over the context. */
export async function runHooks(
  hooks: readonly Hooks[],
  kind: keyof Hooks,
  context: { -readonly [Part in keyof HookContext]: HookContext[Part] },
  signal: AbortSignal,
): Promise<void> {
  context.signal = signal;
  for (const one of hooks) {
    const hook = ownProperties(one)[kind] as ((context: never) => unknown) | undefined;
    Object.assign(context, await hook?.call(one, context as never));
  }
}

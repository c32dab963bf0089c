import type { Client } from "../client/client.ts";
import type { Operation } from "../operation/operation.ts";
import { ownProperties } from "../own-properties.ts";

/** The request that will be sent, without credentials. */
export interface HttpRequest {
  readonly method: string;
  readonly url: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** In any form that `fetch` accepts. */
  readonly body?: unknown;
}

/** The argument of every hook. */
export interface HookContext {
  readonly client: Client;
  readonly operation: Operation;
  readonly params: object;
  /** Number of the attempt, from 1. */
  readonly attempt: number;
  /** Aborted when the attempt, or the wait after it, ends early. */
  readonly signal?: AbortSignal | undefined;
  readonly request: HttpRequest;
  /** The response, once there is one. Before the hook `retry`, its body is unread: read a clone. */
  readonly response?: Response | undefined;
  /** Why the attempt failed: an SdkError, or what a hook or a credential threw. */
  readonly error?: unknown;
  /** How long the call waits before its next attempt, in milliseconds; for the hook `retry`. */
  readonly delayMs?: number | undefined;
}

type Awaitable<Value> = Value | PromiseLike<Value>;

/** The parts of its context that a hook replaces; undefined changes nothing. */
// biome-ignore lint/suspicious/noConfusingVoidType: for hooks that have no return
type Replacing<Part extends keyof HookContext> = Awaitable<Partial<Pick<HookContext, Part>> | undefined | void>;

/**
 * Functions that are called at each attempt, in this order: `request`, before credentials are added and the request is
 * sent; then `response` or `error`; then `retry`, if there is another attempt. The hooks of the client run before those of
 * the call, and each sees what the one before it returned. If a hook throws, the attempt fails with that error.
 *
 * @example { request: ({ request }) => ({ request: { ...request, headers: { ...request.headers, "x-team": "a" } } }) }
 */
export interface Hooks {
  /** May replace the request, within the origin of `baseUrl`. If it returns a response, nothing is sent. */
  readonly request?: (context: HookContext) => Replacing<"request" | "response">;
  /** May replace the response. */
  readonly response?: (context: HookContext & { readonly response: Response }) => Replacing<"response">;
  /** The attempt failed: no response, or one that cannot be decoded. May replace the error. */
  readonly error?: (context: HookContext) => Replacing<"error">;
  /** Before the wait for another attempt. May replace the wait. */
  readonly retry?: (context: HookContext & { readonly delayMs: number }) => Replacing<"delayMs">;
}

/** Runs the hooks of one kind, and copies what they return into the context. */
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

import type { Outgoing } from "../credentials/credential.ts";
import type { HookContext, HttpRequest } from "../hooks/hooks.ts";
import { hide } from "../internals.ts";
import { ownProperties } from "../own-properties.ts";
import type { Call } from "./call.ts";

/** One attempt of a call. */
export interface Attempt {
  readonly call: Call;
  /** The argument of hooks; what they return is copied into it. */
  readonly context: { -readonly [Part in keyof HookContext]: HookContext[Part] };
  /** The request for the server; without credentials until they have been added. */
  outgoing: Outgoing;
}

/** A call, and how the server responded to it. */
export interface Exchange extends Readonly<Attempt> {
  /** Its body has been read. */
  readonly response: Response;
  /** The decoded body. */
  readonly body: unknown;
}

/**
 * Makes an attempt. Hooks of this package can look it up by their context.
 *
 * @param number - the number of the attempt, from 1
 */
export function newAttempt(call: Call, number: number): Attempt {
  const { client, operation, params, hooks, request } = call;
  const context = ownProperties({ client, operation, params, attempt: number, request });
  const attempt: Attempt = {
    call,
    context,
    outgoing: newOutgoing(request, { client, secrets: [], signal: undefined }),
  };
  if (hooks.length) hide(context, attempt);
  return attempt;
}

/** Copies a request, so that credentials can be added. The copy and its headers inherit nothing. */
export function newOutgoing(
  request: HttpRequest,
  { client, secrets, signal }: Pick<Outgoing, "client" | "secrets" | "signal">,
): Outgoing {
  return ownProperties({ ...request, headers: ownProperties(request.headers), client, secrets, signal });
}

import type { Outgoing } from "../credentials/credential.ts";
import type { HookContext, HttpRequest } from "../hooks/hooks.ts";
import { hide } from "../internals.ts";
import { ownProperties } from "../own-properties.ts";
import type { Call } from "./call.ts";

/** One attempt of a call. */
export interface Attempt {
  readonly call: Call;
  /** What hooks see, and lay what they return over. */
  readonly context: { -readonly [Part in keyof HookContext]: HookContext[Part] };
  /** What goes to the server; without credentials until they have been put on. */
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
 * Begins an attempt. Hooks of this package find it behind their context.
 *
 * @param number - counts the attempts of the call, from 1
 */
export function newAttempt(call: Call, number: number): Attempt {
  const { client, operation, params, hooks, request } = call;
  const context = ownProperties({ client, operation, params, attempt: number, request });
  const attempt: Attempt = { call, context, outgoing: newOutgoing(request, { client, secrets: [] }) };
  if (hooks.length) hide(context, attempt);
  return attempt;
}

/** Copies a request, so that credentials can be put on it. Neither the copy nor its headers inherit anything. */
export function newOutgoing(
  request: HttpRequest,
  { client, secrets, signal }: Pick<Outgoing, "client" | "secrets" | "signal">,
): Outgoing {
  return ownProperties({ ...request, headers: ownProperties(request.headers), client, secrets, signal });
}

import { internalsOf } from "../internals.ts";
import { own } from "../operation/values.ts";
import type { Call } from "../request/call.ts";
import type { Attempt } from "../request/exchange.ts";
import type { Hooks } from "./hooks.ts";

/**
 * Makes hooks that send a key with POST and PATCH, the same in all attempts of a call. By the key, a server recognizes a
 * request that it has already acted on. A key in the headers of the call is kept.
 *
 * @param header - name of the header. @default "Idempotency-Key"
 * @example createClient({ hooks: idempotencyKey(), retryUnsafe: true })
 */
export function idempotencyKey(header: string = "Idempotency-Key"): Hooks {
  const name = header.toLowerCase();
  const keys = new WeakMap<Call, string>();
  return {
    request(context) {
      const { request } = context;
      const call = internalsOf<Attempt>(context)?.call;
      if (!call || !/^P(OS|A)T/.test(request.method) || own(request.headers, name)) return undefined;
      const key = keys.get(call) ?? newKey();
      keys.set(call, key);
      return { request: { ...request, headers: { ...request.headers, [name]: key } } };
    },
  };
}

/** A UUID; without `randomUUID`, as on pages that were loaded without TLS, as many random digits. */
function newKey(): string {
  if ((crypto as Partial<typeof crypto>).randomUUID) return crypto.randomUUID();
  return crypto.getRandomValues(new Uint32Array(4)).join("-");
}

import type { Call } from "../call.ts";
import type { Hooks } from "../hooks.ts";
import { internalsOf } from "../internals.ts";

/**
 * Makes hooks that send a key with POST and PATCH, the same in all attempts of a call, by which a server knows a request
 * that it has acted on already. A key that the call brings along stays.
 *
 * @param header @default "Idempotency-Key"
 * @example createClient({ hooks: idempotencyKey(), retryUnsafe: true })
 */
export function idempotencyKey(header: string = "Idempotency-Key"): Hooks {
  const name = header.toLowerCase();
  const keys = new WeakMap<Call, string>();
  return {
    request(context) {
      const { request } = context;
      const call = internalsOf<Call>(context);
      if (!call || !/^P(OS|A)T/.test(request.method) || request.headers[name]) return undefined;
      const key = keys.get(call) ?? crypto.randomUUID();
      keys.set(call, key);
      return { request: { ...request, headers: { ...request.headers, [name]: key } } };
    },
  };
}

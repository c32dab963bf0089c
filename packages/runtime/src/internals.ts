import { ownProperties } from "./own-properties.ts";

/**
 * Where clients, results and errors keep what is theirs alone. Every copy of this package has the same symbol, so that
 * its ESM and CommonJS builds work together in one process. The value is a function: what it returns stays out of
 * `util.inspect`, even with `showHidden`.
 */
const internals = /* @__PURE__ */ Symbol.for("@keynest/runtime");

export function hide<Holder extends object>(holder: Holder, value: unknown): Holder {
  return Object.defineProperty(holder, internals, ownProperties({ value: () => value }));
}

export function internalsOf<Value>(holder: unknown): Value | undefined {
  return (holder as { [internals]?: () => Value } | undefined)?.[internals]?.();
}

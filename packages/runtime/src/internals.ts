import { ownProperties } from "./own-properties.ts";

/**
 * Where clients, results and errors keep private data. Every copy of this package uses the same symbol, so that its ESM
 * and CommonJS builds work together in one process. The value is a function: `util.inspect` does not show what a function
 * returns, even with `showHidden`.
 */
const internals = /* @__PURE__ */ Symbol.for("@keynest/runtime");

export function hide<Holder extends object>(holder: Holder, value: unknown): Holder {
  return Object.defineProperty(holder, internals, ownProperties({ value: () => value }));
}

export function internalsOf<Value>(holder: unknown): Value | undefined {
  return (holder as { [internals]?: () => Value } | undefined)?.[internals]?.();
}

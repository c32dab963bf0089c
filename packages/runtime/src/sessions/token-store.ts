import { type EndIn, limit } from "../request/limit.ts";

/** Longest wait for a store, in milliseconds. */
const LONGEST_MS = 5_000;

/**
 * Where logins are kept, so that several processes share one. Any Keyv instance is one, and so is a `Map`. Whoever can
 * read it can act as the user.
 */
export interface TokenStore {
  get(key: string): unknown;
  /** `ttlMs`: how long the value is worth keeping, in milliseconds; undefined if that is not known. */
  set(key: string, value: unknown, ttlMs?: number): unknown;
  delete(key: string): unknown;
}

/** The store, for some operations in a row: if one is not answered in time, it and all after it have failed. */
export function withTimeLimit(store: TokenStore): TokenStore {
  let isSilent = false;
  const silence = () => new Error("The token store is silent.");
  const perform = (operation: () => unknown) => {
    const work = async (_: AbortSignal, endIn: EndIn) => {
      if (isSilent) throw silence();
      endIn(LONGEST_MS, () => {
        isSilent = true;
        return silence();
      });
      return operation();
    };
    return limit(undefined, work);
  };
  return {
    get: (key) => perform(() => store.get(key)),
    set: (key, value, ttlMs) => perform(() => store.set(key, value, ttlMs)),
    delete: (key) => perform(() => store.delete(key)),
  };
}

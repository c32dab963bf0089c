import { type EndIn, limit } from "../request/limit.ts";

/** Longest wait for a store in milliseconds. */
const LONGEST_MS = 5_000;

/**
 * A store of tokens, so that several processes share a login: any Keyv instance, or a `Map`. Access to the store is access
 * to the accounts in it.
 */
export interface TokenStore {
  get(key: string): unknown;
  /** @param ttlMs - how long the value is useful, in milliseconds; undefined if unknown */
  set(key: string, value: unknown, ttlMs?: number): unknown;
  delete(key: string): unknown;
}

/** Wraps the store for one sequence of operations: after one that times out, all later ones fail. */
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

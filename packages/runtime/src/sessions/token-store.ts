import { type EndIn, limit } from "../limit.ts";
import { isTokens, type Tokens } from "./tokens.ts";

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

/** The tokens of one account at one server in a store. A store that fails is taken for empty. */
export interface StoredTokens {
  read(): Promise<Tokens | undefined>;
  write(tokens: Tokens, now: number): Promise<void>;
  forget(): Promise<void>;
}

/** The store, for some operations in a row: if one is not answered in time, it and all after it have failed. */
export function impatient(store: TokenStore): TokenStore {
  let isSilent = false;
  const silence = () => new Error("The token store is silent.");
  const ask = (operation: () => unknown) => {
    const work = async (_: AbortSignal, endIn: EndIn) => {
      if (isSilent) throw silence();
      endIn(LONGEST_MS);
      return operation();
    };
    return limit(undefined, work, () => {
      isSilent = true;
      return silence();
    });
  };
  return {
    get: (key) => ask(() => store.get(key)),
    set: (key, value, ttlMs) => ask(() => store.set(key, value, ttlMs)),
    delete: (key) => ask(() => store.delete(key)),
  };
}

export function tokensIn(store: TokenStore, key: string): StoredTokens {
  const attempt = async (work: () => unknown): Promise<unknown> => {
    try {
      return await work();
    } catch {
      return undefined;
    }
  };
  return {
    async read() {
      const value = await attempt(() => store.get(key));
      return isTokens(value) ? value : undefined;
    },
    async write(tokens, now) {
      const ttlMs = tokens.endsAt === undefined ? undefined : Math.max(1, Math.round(tokens.endsAt - now));
      await attempt(() => store.set(key, tokens, ttlMs));
    },
    async forget() {
      await attempt(() => store.delete(key));
    },
  };
}

import type { Clock } from "../clock.ts";
import { ownProperties } from "../own-properties.ts";
import { takeLock } from "./store-lock.ts";
import { type TokenStore, withTimeLimit } from "./token-store.ts";
import { isTokens, type Tokens } from "./tokens.ts";

/** The tokens of one login in a store. A store that fails counts as empty. */
export interface StoredTokens {
  read(): Promise<Tokens | undefined>;
  /** @param now - milliseconds since the epoch */
  write(tokens: Tokens, now: number): Promise<void>;
  forget(): Promise<void>;
  /** Takes the lock for logging in: {@link takeLock}. */
  lock(clock: Clock, signal: AbortSignal): ReturnType<typeof takeLock>;
}

/**
 * Opens the store for one acquisition or end of tokens.
 *
 * @param key - key of the login
 */
export function storedTokens(given: TokenStore, key: string): StoredTokens {
  const store = withTimeLimit(given);
  const attempt = async (work: () => unknown): Promise<unknown> => {
    try {
      return await work();
    } catch {
      return undefined;
    }
  };
  return {
    async read() {
      const value = await attempt(async () => ownProperties((await store.get(key)) as object));
      return isTokens(value) ? value : undefined;
    },
    async write(tokens, now) {
      const ttlMs = tokens.endsAt === undefined ? undefined : Math.max(1, Math.round(tokens.endsAt - now));
      await attempt(() => store.set(key, tokens, ttlMs));
    },
    async forget() {
      await attempt(() => store.delete(key));
    },
    lock: (clock, signal) => takeLock(store, `${key} lock`, clock, signal),
  };
}

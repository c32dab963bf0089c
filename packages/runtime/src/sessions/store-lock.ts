import type { Clock } from "../clock.ts";
import type { TokenStore } from "./token-store.ts";

/** Longer than a read and a write of a store take, in milliseconds. */
const SETTLE_MS = 500;
/** After this time in milliseconds, a process that holds the lock counts as dead, even if the store does not expire keys. */
const LOCK_MS = 60_000;

/**
 * Takes a lock among the processes that share a store, using only get and set: Fischer's algorithm (L. Lamport, "A Fast
 * Mutual Exclusion Algorithm", section 2). A process that finds the lock free writes a name, waits until all others that
 * found it free have written theirs, and has the lock if its own name is still there.
 *
 * @param key - key of the lock in the store
 * @returns a function that releases the lock; undefined if another process has it. A store that fails, or that keeps
 * nothing, grants the lock.
 */
export async function takeLock(
  store: TokenStore,
  key: string,
  clock: Clock,
  signal: AbortSignal,
): Promise<(() => Promise<void>) | undefined> {
  const name = `${clock.now()} ${Math.random()}`;
  const release = async () => {
    try {
      if ((await store.get(key)) === name) await store.delete(key);
    } catch {}
  };
  try {
    if (isHeld(await store.get(key), clock)) return undefined;
    await store.set(key, name, LOCK_MS);
    await clock.sleep(SETTLE_MS, signal);
    const standing = await store.get(key);
    return standing === name || !isHeld(standing, clock) ? release : undefined;
  } catch {
    if (!signal.aborted) return release;
    await release();
    throw signal.reason;
  }
}

/** Whether a value is the name of a process that lives. Of one that comes from the future, nobody knows when it ends. */
function isHeld(value: unknown, clock: Clock): boolean {
  return Math.abs(clock.now() - Number.parseFloat(`${value}`)) < LOCK_MS;
}

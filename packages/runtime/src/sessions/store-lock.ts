import type { Clock } from "../clock.ts";
import type { TokenStore } from "./token-store.ts";

/** Longer than a store takes for a read and a write. */
const SETTLE_MS = 500;
/** After this, a process that holds the lock is taken for dead, in stores too that forget nothing by themselves. */
const LOCK_MS = 60_000;

/**
 * Takes a lock among the processes that share a store, with nothing but get and set: Fischer's algorithm (L. Lamport, "A
 * Fast Mutual Exclusion Algorithm", section 2). Who finds the lock free writes a name, waits until everybody else who
 * found it free has written as well, and has the lock if the name still stands.
 *
 * @param key - names the lock in the store
 * @returns releases the lock; undefined if another process has it. A store that fails keeps nobody from a lock.
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
    if (clock.now() - Number.parseFloat(`${await store.get(key)}`) < LOCK_MS) return undefined;
    await store.set(key, name, LOCK_MS);
    await clock.sleep(SETTLE_MS, signal);
    return (await store.get(key)) === name ? release : undefined;
  } catch {
    if (!signal.aborted) return release;
    await release();
    throw signal.reason;
  }
}

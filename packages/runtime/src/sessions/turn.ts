import type { Clock } from "../clock.ts";
import type { TokenStore } from "./token-store.ts";

/** Longer than a store takes for a read and a write. */
const SETTLE_MS = 500;
/** After this, a process that has its turn is taken for dead, in stores too that forget nothing by themselves. */
const TURN_MS = 60_000;

/**
 * Takes a turn among the processes that share a store, with nothing but get and set: Fischer's algorithm (L. Lamport, "A
 * Fast Mutual Exclusion Algorithm", section 2). Who finds the turn free writes a name, waits until everybody else who
 * found it free has written as well, and has the turn if the name still stands.
 *
 * @returns ends the turn; undefined if it is another's. A store that fails keeps nobody from a turn.
 */
export async function takeTurn(
  store: TokenStore,
  key: string,
  clock: Clock,
  signal: AbortSignal,
): Promise<(() => Promise<void>) | undefined> {
  const name = `${clock.now()} ${Math.random()}`;
  const end = async () => {
    try {
      if ((await store.get(key)) === name) await store.delete(key);
    } catch {}
  };
  try {
    if (clock.now() - Number.parseFloat(`${await store.get(key)}`) < TURN_MS) return undefined;
    await store.set(key, name, TURN_MS);
    await clock.sleep(SETTLE_MS, signal);
    return (await store.get(key)) === name ? end : undefined;
  } catch {
    if (!signal.aborted) return end;
    await end();
    throw signal.reason;
  }
}

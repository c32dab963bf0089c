import type { Client } from "../client.ts";
import { isApiError } from "../errors/api-error.ts";
import type { SessionOptions } from "./session.ts";
import { impatient, tokensIn } from "./token-store.ts";
import { keep, type Tokens } from "./tokens.ts";
import { takeTurn } from "./turn.ts";

export interface Acquired {
  readonly tokens: Tokens;
  /** Whether the server gave them just now, and not another process or an earlier run. */
  readonly isNew: boolean;
}

/**
 * Gets tokens: from the store, where another process may have put them, else from the server. Of the processes that share
 * a store, one asks the server while the others look into the store again and again.
 *
 * @param key names account and server in the store
 * @param old what is held, to renew it
 * @param refused an access token that the server does not take any more
 */
export async function acquire(
  options: SessionOptions,
  client: Client,
  key: string,
  old: Tokens | undefined,
  refused: string | undefined,
  signal: AbortSignal,
): Promise<Acquired> {
  const { clock } = client;
  if (!options.store) return { tokens: await login(options, client, old, signal), isNew: true };
  const store = impatient(options.store);
  const stored = tokensIn(store, key);
  for (;;) {
    const found = await stored.read();
    if (found && found.access !== refused && isFresh(found, client)) return { tokens: found, isNew: false };
    const endTurn = await takeTurn(store, `${key} turn`, clock, signal);
    if (endTurn) {
      try {
        const before = await stored.read();
        if (before && before.access !== found?.access) return { tokens: before, isNew: false };
        const tokens = await login(options, client, found ?? old, signal);
        await stored.write(tokens, clock.now());
        return { tokens, isNew: true };
      } finally {
        await endTurn();
      }
    }
    await clock.sleep(100, signal);
  }
}

/** Whether the token need not be replaced yet. */
export function isFresh({ renewAt = Infinity }: Tokens, { clock }: Client): boolean {
  return clock.now() < renewAt;
}

/** Renews, or logs in where there is nothing to renew or the server refuses to. */
async function login(
  options: SessionOptions,
  client: Client,
  old: Tokens | undefined,
  signal: AbortSignal,
): Promise<Tokens> {
  const { obtain, renew, marginMs = 30_000 } = options;
  if (old?.refresh && renew) {
    try {
      const grant = await renew(client, old.refresh, { signal });
      const kept = keep(grant, client.clock.now(), marginMs);
      return grant.refresh ? kept : { ...kept, refresh: old.refresh, endsAt: old.endsAt };
    } catch (error) {
      if (!isApiError(error) || !/^(40[0134]|422)$/.test(`${error.status}`)) throw error;
    }
  }
  return keep(await obtain(client, { signal }), client.clock.now(), marginMs);
}

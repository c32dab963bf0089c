import type { Client } from "../client/client.ts";
import { isApiError } from "../errors/api-error.ts";
import type { SessionOptions } from "./session-options.ts";
import type { LoginProof } from "./store-key.ts";
import type { StoredTokens } from "./stored-tokens.ts";
import { type Tokens, toTokens } from "./tokens.ts";

/** How long to wait for another process that logs in, before the store is read again. */
const POLL_MS = 100;
/** What a server answers to a refresh token that is not good any more. */
const REFRESH_REFUSED: ReadonlySet<number> = new Set([400, 401, 403, 404, 422]);

export interface Acquired {
  readonly tokens: Tokens;
  /** Whether the server gave them just now, and not another process or an earlier run. */
  readonly isNew: boolean;
}

/** What tokens are acquired with. */
export interface Acquisition<Proof extends LoginProof> {
  readonly options: SessionOptions<Proof>;
  readonly client: Client;
  readonly readProof: () => Promise<Proof>;
  /** Undefined where tokens are not stored. */
  readonly stored: StoredTokens | undefined;
  /** What is held of this login, to renew it. */
  readonly held: Tokens | undefined;
  /** An access token that the server does not take any more. */
  readonly refused?: string | undefined;
  /** Whether tokens that the store has, or that are renewed, will do; else the server is asked to log in. */
  readonly reuse: boolean;
  readonly signal: AbortSignal;
}

/**
 * Gets tokens: from the store, where another process may have put them, else from the server. Of the processes that share
 * a store, one asks the server while the others look into the store again and again.
 */
export async function acquire<Proof extends LoginProof>(acquisition: Acquisition<Proof>): Promise<Acquired> {
  const { client, stored, held, refused, reuse, signal } = acquisition;
  const { clock } = client;
  const askServer = async (old: Tokens | undefined): Promise<Acquired> => {
    const tokens = await renewOrLogin(acquisition, old);
    await stored?.write(tokens, clock.now());
    return { tokens, isNew: true };
  };
  if (!reuse) return askServer(undefined);
  if (!stored) return askServer(held);
  for (;;) {
    const found = await stored.read();
    if (found && found.access !== refused && isFresh(found, client)) return { tokens: found, isNew: false };
    const release = await stored.lock(clock, signal);
    if (release) {
      try {
        const before = await stored.read();
        if (before && before.access !== found?.access) return { tokens: before, isNew: false };
        return await askServer(found ?? held);
      } finally {
        await release();
      }
    }
    await clock.sleep(POLL_MS, signal);
  }
}

/** Whether the token need not be replaced yet. */
export function isFresh({ renewAt = Infinity }: Tokens, { clock }: Client): boolean {
  return clock.now() < renewAt;
}

/** Logs in where there is nothing to renew, or the server refuses to. */
async function renewOrLogin<Proof extends LoginProof>(
  { options, client, readProof, signal }: Acquisition<Proof>,
  old: Tokens | undefined,
): Promise<Tokens> {
  const { obtain, renew, marginMs = 30_000 } = options;
  if (old?.refresh && renew) {
    try {
      const grant = await renew(client, old.refresh, { signal });
      const tokens = toTokens(grant, client.clock.now(), marginMs);
      return grant.refresh ? tokens : { ...tokens, refresh: old.refresh, endsAt: old.endsAt };
    } catch (error) {
      if (!isApiError(error) || !REFRESH_REFUSED.has(error.status)) throw error;
    }
  }
  return toTokens(await obtain(client, { signal }, await readProof()), client.clock.now(), marginMs);
}

import type { Client } from "../client/client.ts";
import { isApiError } from "../errors/api-error.ts";
import type { SessionOptions } from "./session-options.ts";
import type { LoginProof } from "./store-key.ts";
import type { StoredTokens } from "./stored-tokens.ts";
import { type Tokens, toTokens } from "./tokens.ts";

/** How long to wait for the login of another process before the store is read again, in milliseconds. */
const POLL_MS = 100;
/** Statuses with which servers refuse an expired or revoked refresh token. */
const REFRESH_REFUSED: ReadonlySet<number> = new Set([400, 401, 403, 404, 422]);

export interface Acquired {
  readonly tokens: Tokens;
  /** Whether this acquisition got them from the server; false if they are from another process or an earlier run. */
  readonly isNew: boolean;
}

/** The parameters of an acquisition. */
export interface Acquisition<Proof extends LoginProof> {
  readonly options: SessionOptions<Proof>;
  readonly client: Client;
  readonly readProof: () => Promise<Proof>;
  /** Undefined if tokens are not stored. */
  readonly stored: StoredTokens | undefined;
  /** The tokens of this login in this process, to renew them. */
  readonly held: Tokens | undefined;
  /** An access token that the server has refused. */
  readonly refused?: string | undefined;
  /** Whether stored or renewed tokens are accepted; if not, the server is asked to log in. */
  readonly reuse: boolean;
  readonly signal: AbortSignal;
}

/**
 * Gets tokens from the store, where another process may have put them, or else from the server. Of the processes that share
 * a store, one asks the server while the others poll the store.
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

/** Whether the token is not yet due for renewal. */
export function isFresh({ renewAt = Infinity }: Tokens, { clock }: Client): boolean {
  return clock.now() < renewAt;
}

/** Renews the tokens, or logs in if there are none or the server refuses to renew them. */
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

import type { Client } from "../client/client.ts";
import type { Secret } from "../credentials/credential.ts";
import type { RequestOptions } from "../options.ts";
import type { LoginProof } from "./store-key.ts";
import type { TokenStore } from "./token-store.ts";
import type { Grant, Tokens } from "./tokens.ts";

/** How a session is begun, kept up and ended. The calls are made with the client whose request needs a token. */
export interface SessionOptions<Proof extends LoginProof = LoginProof> {
  /** Logs in with what `proof` gives; `{}` where there is none. */
  readonly obtain: (client: Client, options: RequestOptions, proof: Proof) => Promise<Grant>;
  /** Exchanges the refresh token. Where it is absent, or the server refuses the token, `obtain` is called again. */
  readonly renew?: ((client: Client, refresh: string, options: RequestOptions) => Promise<Grant>) | undefined;
  /** Logs out. */
  readonly revoke?: ((client: Client, tokens: Tokens) => Promise<unknown>) | undefined;
  /**
   * Keeps the tokens for other processes and later runs, and gives them to those alone who have the same `proof`. One that
   * fails, or is silent for 5 s, is taken for empty; so is any where there is no `crypto.subtle`, as in pages that come by
   * plain http. @default none
   */
  readonly store?: TokenStore | undefined;
  /**
   * All that `obtain` sends and that decides who gets in, and to what: names, password, client secret, scope. Or a function
   * that is asked for it at each login; with a `store`, also before tokens are read from there. Needed with a `store`,
   * whose keys are made of it by a slow hash (PBKDF2); a session hashes the same proof once.
   */
  readonly proof?: Secret<Proof> | undefined;
  /** Names the account in the keys of `store`, in plain text. */
  readonly account?: string | undefined;
  /** How long before its end a token is replaced, in milliseconds, for clocks that differ. @default 30000 */
  readonly marginMs?: number | undefined;
}

import type { Client } from "../client/client.ts";
import type { Secret } from "../credentials/credential.ts";
import type { RequestOptions } from "../options.ts";
import type { LoginProof } from "./store-key.ts";
import type { TokenStore } from "./token-store.ts";
import type { Grant, Tokens } from "./tokens.ts";

/** The calls that begin, renew and end a session. They are made with the client whose request needs a token. */
export interface SessionOptions<Proof extends LoginProof = LoginProof> {
  /** Logs in with `proof`; `{}` if there is none. */
  readonly obtain: (client: Client, options: RequestOptions, proof: Proof) => Promise<Grant>;
  /** Exchanges the refresh token. Without it, or if the server refuses the token, `obtain` is called again. */
  readonly renew?: ((client: Client, refresh: string, options: RequestOptions) => Promise<Grant>) | undefined;
  /** Logs out. */
  readonly revoke?: ((client: Client, tokens: Tokens) => Promise<unknown>) | undefined;
  /**
   * Keeps the tokens for other processes and later runs, and returns them only for the same `proof`. A store that fails, or
   * does not respond within 5 s, counts as empty. So does every store if there is no `crypto.subtle`, as on pages that were
   * loaded over plain http. @default none
   */
  readonly store?: TokenStore | undefined;
  /**
   * Everything in the login request that decides who gets access, and to what: names, password, client secret, scope. Or a
   * function that returns it, called at each login, and with a `store` also before tokens are read. Required with a
   * `store`, whose keys are derived from it by a slow hash (PBKDF2); a session hashes the same proof once.
   */
  readonly proof?: Secret<Proof> | undefined;
  /** Names the account in the keys of `store`, in plain text. */
  readonly account?: string | undefined;
  /** How long before its expiry a token is replaced, in milliseconds, to allow for clock skew. @default 30000 */
  readonly marginMs?: number | undefined;
}

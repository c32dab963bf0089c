import type { Secret, TokenStore } from "@keynest/runtime";

/** Options of every login. */
export interface LoginOptions {
  /** The password, or a function that returns it, called at each login; with a `store`, also before tokens are read. */
  readonly password: Secret;
  /**
   * Where tokens are stored, so that processes with the same password share one login: a Keyv instance or a similar
   * object. @default in this process only
   */
  readonly store?: TokenStore | undefined;
}

/** @returns the secret, or the result of the function that returns it */
export async function resolveSecret(secret: Secret): Promise<string> {
  return typeof secret === "function" ? secret() : secret;
}

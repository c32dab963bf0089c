import type { Secret, TokenStore } from "@keynest/runtime";

/** What every login takes. */
export interface LoginOptions {
  /** The password, or a function that is asked for it at each login; with a `store`, also before tokens are read there. */
  readonly password: Secret;
  /**
   * Where tokens are kept, so that processes with the same password share one login: a Keyv instance, or something like
   * it. @default this process
   */
  readonly store?: TokenStore | undefined;
}

/** @returns the secret, or what the function gives that stands for it */
export async function resolveSecret(secret: Secret): Promise<string> {
  return typeof secret === "function" ? secret() : secret;
}

import type { Secret, TokenStore } from "@keynest/runtime";

/** What every login takes. */
export interface LoginOptions {
  /** The password, or a function that is asked for it at each login. */
  readonly password: Secret;
  /** Where tokens are kept, so that processes share one login: a Keyv instance, or something like it. @default this process */
  readonly store?: TokenStore | undefined;
}

/** Asks for a secret that may be a function. */
export async function ask(secret: Secret): Promise<string> {
  return typeof secret === "function" ? secret() : secret;
}

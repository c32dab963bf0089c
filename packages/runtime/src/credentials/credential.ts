import type { Client } from "../client/client.ts";
import { UsageError } from "../errors/usage-error.ts";

/** A request on its way to the server, which credentials read and modify. */
export interface Outgoing {
  readonly client: Client;
  /** In upper case. */
  readonly method: string;
  url: string;
  /** Names in lower case. */
  readonly headers: Record<string, string>;
  /** In any form that `fetch` accepts. */
  readonly body?: unknown;
  /** Values that must not appear in a message, even if the server echoes them. */
  readonly secrets: string[];
  /** Aborted when no caller waits for the credential any more. */
  readonly signal?: AbortSignal | undefined;
}

/** A server's refusal of a credential. */
export interface Refusal {
  /** With status 401; its body has been read. */
  readonly response: Response;
  /** Aborted when no caller waits for the renewal any more. */
  readonly signal: AbortSignal;
}

/** A credential for one security scheme. `util.inspect` and `JSON.stringify` do not show its secret. */
export interface Credential<Scheme extends string = string> {
  /** The name of the security scheme in the description. */
  readonly scheme: Scheme;
  /** Adds the secret to the request. Returns a promise only if the secret is asynchronous. */
  readonly apply: (outgoing: Outgoing) => PromiseLike<void> | undefined;
  /** Depends on method, URL, headers and body: applied after all other credentials, and again at each redirect. */
  readonly signs?: boolean;
  /** Called when the server has refused `outgoing`. @returns whether another attempt makes sense */
  readonly renew?: (outgoing: Outgoing, refusal: Refusal) => PromiseLike<boolean>;
}

/** A secret, or a function that returns it, called before each request. */
export type Secret<Value = string> = Value | (() => Value | PromiseLike<Value>);

export function createCredential<Scheme extends string, Value>(
  scheme: Scheme,
  secret: Secret<Value>,
  put: (outgoing: Outgoing, value: Value) => void,
): Credential<Scheme> {
  const apply = (outgoing: Outgoing): PromiseLike<void> | undefined => {
    const value = typeof secret === "function" ? (secret as () => Value | PromiseLike<Value>)() : secret;
    const use = (given: Value): undefined => {
      if (!given) throw new UsageError(`The credential for ${scheme} is empty.`);
      put(outgoing, given);
    };
    return typeof (value as PromiseLike<Value> | undefined)?.then === "function"
      ? (value as PromiseLike<Value>).then(use)
      : use(value as Value);
  };
  return Object.freeze({ scheme, apply });
}

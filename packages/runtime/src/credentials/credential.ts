import type { Client } from "../client/client.ts";
import { UsageError } from "../errors/usage-error.ts";

/** A request as it goes to the server: what a credential reads, and writes on. */
export interface Outgoing {
  readonly client: Client;
  /** In upper case. */
  readonly method: string;
  url: string;
  /** Names in lower case. */
  readonly headers: Record<string, string>;
  /** As `fetch` takes it. */
  readonly body?: unknown;
  /** What must not appear in a message, if the server echoes it. */
  readonly secrets: string[];
  /** Aborted when nobody waits for the credential any more. */
  readonly signal?: AbortSignal | undefined;
}

/** How a server refused a credential. */
export interface Refusal {
  /** With status 401; its body has been read. */
  readonly response: Response;
  /** Aborted when nobody waits for the renewal any more. */
  readonly signal: AbortSignal;
}

/** A credential for one security scheme. The secret is out of reach of `util.inspect` and `JSON.stringify`. */
export interface Credential<Scheme extends string = string> {
  /** The name of the security scheme in the description. */
  readonly scheme: Scheme;
  /** Puts the secret where it belongs; returns a promise only if the secret has to be waited for. */
  readonly apply: (outgoing: Outgoing) => PromiseLike<void> | undefined;
  /** Depends on method, URL, headers and body: applied after all others, and anew where a redirect is followed. */
  readonly signs?: boolean;
  /** Called with what was sent, when the server has refused it. @returns whether another attempt makes sense */
  readonly renew?: (outgoing: Outgoing, refusal: Refusal) => PromiseLike<boolean>;
}

/** A secret, or a function that is asked for it before each request. */
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

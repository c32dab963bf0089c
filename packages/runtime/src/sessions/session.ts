import type { Client } from "../client.ts";
import type { Credential, Outgoing, Secret } from "../credentials/credential.ts";
import type { RequestOptions } from "../request.ts";
import { type Acquired, acquire, isFresh } from "./acquire.ts";
import { type SharedWork, shareWork } from "./shared-work.ts";
import { impatient, type TokenStore, tokensIn } from "./token-store.ts";
import type { Grant, Tokens } from "./tokens.ts";

/** How a session is begun, kept up and ended. The calls are made with the client whose request needs a token. */
export interface SessionOptions {
  /** Logs in. */
  readonly obtain: (client: Client, options: RequestOptions) => Promise<Grant>;
  /** Exchanges the refresh token. Where it is absent, or the server refuses the token, `obtain` is called again. */
  readonly renew?: ((client: Client, refresh: string, options: RequestOptions) => Promise<Grant>) | undefined;
  /** Logs out. */
  readonly revoke?: ((client: Client, tokens: Tokens) => Promise<unknown>) | undefined;
  /** Keeps the tokens for other processes and later runs. One that fails, or is silent for 5 s, is taken for empty. @default none */
  readonly store?: TokenStore | undefined;
  /** Names the account in the keys of `store`; no secret. */
  readonly account?: Secret | undefined;
  /** How long before its end a token is replaced, in milliseconds, for clocks that differ. @default 30000 */
  readonly marginMs?: number | undefined;
}

/** A credential that gets its tokens itself. */
export interface Session<Scheme extends string = string> extends Credential<Scheme> {
  readonly renew: (outgoing: Outgoing) => Promise<boolean>;
  /** Whether this process holds a token of the client's server that is valid, or can be renewed. */
  isActive(client: Client): boolean;
  /** Gets a token now, unless there is a valid one. @throws whatever the request to log in throws */
  begin(client: Client, options?: { readonly signal?: AbortSignal | undefined }): Promise<void>;
  /**
   * Forgets the tokens of the client's server, and logs out there.
   *
   * @throws whatever the request to log out throws; the tokens are forgotten all the same
   */
  end(client: Client): Promise<void>;
}

/** What is known of one server. */
interface Place {
  tokens?: Tokens | undefined;
  pending?: SharedWork<Acquired> | undefined;
}

/**
 * Makes a credential that logs in when a request first needs it, and renews its token ahead of time and when a server
 * refuses it. However many requests wait for a token, one request asks for it. Each server (`baseUrl`) gets the tokens
 * that it gave, and no others.
 *
 * @param put makes the credential that carries a token, such as {@link bearer} for a scheme
 */
export function session<const Scheme extends string>(
  put: (token: string) => Credential<Scheme>,
  options: SessionOptions,
): Session<Scheme> {
  const { scheme } = put("-");
  const places = new Map<string, Place>();
  const carried = new WeakMap<Outgoing, Acquired>();

  function placeOf({ baseUrl }: Client): Place {
    const place = places.get(baseUrl) ?? {};
    places.set(baseUrl, place);
    return place;
  }

  async function keyOf({ baseUrl }: Client): Promise<string> {
    const { account = "" } = options;
    return `${scheme} ${baseUrl} ${typeof account === "function" ? await account() : account}`;
  }

  /** Waits for the one request that gets tokens. */
  function wait(client: Client, signal: AbortSignal | undefined, refused?: string): Promise<Acquired> {
    const place = placeOf(client);
    const work = async (all: AbortSignal) => {
      const acquired = await acquire(
        options,
        client,
        options.store ? await keyOf(client) : "",
        place.tokens,
        refused,
        all,
      );
      place.tokens = acquired.tokens;
      return acquired;
    };
    place.pending ??= shareWork(work, () => {
      place.pending = undefined;
    });
    return place.pending.join(signal);
  }

  function held(client: Client): Tokens | undefined {
    const { tokens, pending } = placeOf(client);
    return tokens && !pending && isFresh(tokens, client) ? tokens : undefined;
  }

  function carry(outgoing: Outgoing, acquired: Acquired): PromiseLike<void> | undefined {
    carried.set(outgoing, acquired);
    return put(acquired.tokens.access).apply(outgoing);
  }

  return Object.freeze({
    scheme,

    apply(outgoing: Outgoing) {
      const tokens = held(outgoing.client);
      if (tokens) return carry(outgoing, { tokens, isNew: false });
      return wait(outgoing.client, outgoing.signal).then((acquired) => carry(outgoing, acquired));
    },

    async renew(outgoing: Outgoing) {
      const refused = carried.get(outgoing);
      // What a server refuses that has just given it, it would refuse again.
      if (!refused || refused.isNew) return false;
      const { access } = refused.tokens;
      if (placeOf(outgoing.client).tokens?.access !== access) return true;
      const { tokens } = await wait(outgoing.client, outgoing.signal, access);
      return tokens.access !== access;
    },

    isActive(client: Client) {
      const { tokens } = placeOf(client);
      return !!tokens && client.clock.now() < (tokens.endsAt ?? Infinity);
    },

    async begin(client: Client, { signal } = {}) {
      if (!held(client)) await wait(client, signal);
    },

    async end(client: Client) {
      const place = placeOf(client);
      await place.pending?.join(undefined).catch(() => {});
      places.delete(client.baseUrl);
      const stored = options.store && tokensIn(impatient(options.store), await keyOf(client));
      const tokens = place.tokens ?? (await stored?.read());
      await stored?.forget();
      if (tokens) await options.revoke?.(client, tokens);
    },
  } satisfies Session<Scheme>);
}

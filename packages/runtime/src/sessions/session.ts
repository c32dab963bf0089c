import type { Client } from "../client/client.ts";
import type { Credential, Outgoing, Refusal } from "../credentials/credential.ts";
import { UsageError } from "../errors/usage-error.ts";
import { ownProperties } from "../own-properties.ts";
import { type Acquired, type Acquisition, acquire, isFresh } from "./acquire.ts";
import type { SessionOptions } from "./session-options.ts";
import { type SharedWork, shareWork } from "./shared-work.ts";
import { type LoginProof, rememberStoreKeys, serializeProof } from "./store-key.ts";
import { type StoredTokens, storedTokens } from "./stored-tokens.ts";
import type { Tokens } from "./tokens.ts";

/** Options of {@link Session.begin}. */
export interface BeginOptions {
  /** Ends the wait; the promise rejects with the reason of the signal. */
  readonly signal?: AbortSignal | undefined;
  /** Whether a valid token of this process or the store is enough. `false` always asks the server. @default true */
  readonly reuse?: boolean | undefined;
}

/** A credential that logs in by itself. */
export interface Session<Scheme extends string = string> extends Credential<Scheme> {
  readonly renew: (outgoing: Outgoing, refusal: Pick<Refusal, "signal">) => Promise<boolean>;
  /** Whether this process has a token for the client's server that is valid, or can be renewed. */
  isActive(client: Client): boolean;
  /** Gets a token now. Rejects with the errors of the login request. */
  begin(client: Client, options?: BeginOptions): Promise<void>;
  /**
   * Forgets the tokens for the client's server, and logs out there. Rejects with the errors of the logout request; the
   * tokens are forgotten even then.
   */
  end(client: Client): Promise<void>;
}

/** The state of the session at one server. */
interface ServerState {
  tokens?: Tokens | undefined;
  /** The key of the tokens in the store, if they are stored. A login with another proof has another key. */
  key?: string | undefined;
  pending?: SharedWork<Acquired> | undefined;
}

/**
 * Makes a credential that logs in when a request first needs a token. It renews the token before its expiry, and when the
 * server refuses it. One login serves all requests that wait for it. A server (`baseUrl`) only gets tokens that it issued.
 *
 * @param toCredential - makes the credential that carries a token, such as {@link bearer} for a scheme
 * @param given - how to log in, renew and log out, and where to store tokens
 * @returns the credential; its type has `isActive`, `begin` and `end`
 * @throws {UsageError} if there is a `store` and no `proof`
 */
export function session<const Scheme extends string, Proof extends LoginProof = LoginProof>(
  toCredential: (token: string) => Credential<Scheme>,
  given: SessionOptions<Proof>,
): Session<Scheme> {
  const options = ownProperties(given);
  const { store, proof, account = "" } = options;
  if (store && !proof) {
    throw new UsageError(
      "a session with a store needs proof: without it, the name of an account would be enough to get its tokens",
    );
  }
  const { scheme } = toCredential("-");
  const states = new Map<string, ServerState>();
  const carried = new WeakMap<Outgoing, Acquired>();
  const storeKey = rememberStoreKeys();

  function stateOf({ baseUrl }: Client): ServerState {
    const state: ServerState = states.get(baseUrl) ?? Object.create(null);
    states.set(baseUrl, state);
    return state;
  }

  async function readProof(): Promise<Proof> {
    return typeof proof === "function" ? proof() : (proof ?? ({} as Proof));
  }

  function keyOf({ baseUrl }: Client, given: Proof): Promise<string | undefined> {
    return storeKey({ scheme, server: baseUrl, account }, serializeProof(given));
  }

  function open(key: string | undefined): StoredTokens | undefined {
    return store && key !== undefined ? storedTokens(store, key) : undefined;
  }

  /** Waits for the login in progress, or starts it. */
  function wait(
    client: Client,
    signal: AbortSignal | undefined,
    how: Pick<Acquisition<Proof>, "refused" | "reuse">,
  ): Promise<Acquired> {
    const state = stateOf(client);
    const work = async (all: AbortSignal) => {
      // Read once, so that the key of the tokens has the same proof as their login.
      const given = store && (await readProof());
      const key = given && (await keyOf(client, given));
      const acquired = await acquire({
        ...how,
        options,
        client,
        readProof: given ? async () => given : readProof,
        stored: open(key),
        held: state.key === key ? state.tokens : undefined,
        signal: all,
      });
      state.tokens = acquired.tokens;
      state.key = key;
      return acquired;
    };
    state.pending ??= shareWork(work, () => {
      state.pending = undefined;
    });
    return state.pending.join(signal);
  }

  function held(client: Client): Tokens | undefined {
    const { tokens, pending } = stateOf(client);
    return tokens && !pending && isFresh(tokens, client) ? tokens : undefined;
  }

  function carry(outgoing: Outgoing, acquired: Acquired): PromiseLike<void> | undefined {
    carried.set(outgoing, acquired);
    return toCredential(acquired.tokens.access).apply(outgoing);
  }

  return Object.freeze({
    scheme,

    apply(outgoing: Outgoing) {
      const tokens = held(outgoing.client);
      if (tokens) return carry(outgoing, { tokens, isNew: false });
      return wait(outgoing.client, outgoing.signal, { reuse: true }).then((acquired) => carry(outgoing, acquired));
    },

    async renew(outgoing: Outgoing, { signal }: Pick<Refusal, "signal">) {
      const refused = carried.get(outgoing);
      // A server that refuses the token that it has just issued would refuse the next one as well.
      if (!refused || refused.isNew) return false;
      const { access } = refused.tokens;
      if (stateOf(outgoing.client).tokens?.access !== access) return true;
      const { tokens } = await wait(outgoing.client, signal, { reuse: true, refused: access });
      return tokens.access !== access;
    },

    isActive(client: Client) {
      const { tokens } = stateOf(client);
      return !!tokens && client.clock.now() < (tokens.endsAt ?? Infinity);
    },

    async begin(client: Client, { signal, reuse = true }: BeginOptions = {}) {
      if (reuse && held(client)) return;
      // A login in progress may use the store.
      for (let { pending } = stateOf(client); pending && !reuse; { pending } = stateOf(client)) {
        await pending.join(signal).catch(() => signal?.throwIfAborted());
      }
      await wait(client, signal, { reuse });
    },

    async end(client: Client) {
      const state = stateOf(client);
      await state.pending?.join(undefined).catch(() => {});
      states.delete(client.baseUrl);
      // The proof may have changed since the tokens were stored.
      const key = state.tokens || !store ? state.key : await keyOf(client, await readProof());
      const stored = open(key);
      const tokens = state.tokens ?? (await stored?.read());
      await stored?.forget();
      if (tokens) await options.revoke?.(client, tokens);
    },
  } satisfies Session<Scheme>);
}

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
  /** Ends the wait; the promise rejects with its reason. */
  readonly signal?: AbortSignal | undefined;
  /** Whether a valid token will do that is held here, or in the store. `false` always asks the server. @default true */
  readonly reuse?: boolean | undefined;
}

/** A credential that gets its tokens itself. */
export interface Session<Scheme extends string = string> extends Credential<Scheme> {
  readonly renew: (outgoing: Outgoing, refusal: Pick<Refusal, "signal">) => Promise<boolean>;
  /** Whether this process holds a token of the client's server that is valid, or can be renewed. */
  isActive(client: Client): boolean;
  /** Gets a token now. @throws whatever the request to log in throws */
  begin(client: Client, options?: BeginOptions): Promise<void>;
  /**
   * Forgets the tokens of the client's server, and logs out there.
   *
   * @throws whatever the request to log out throws; the tokens are forgotten all the same
   */
  end(client: Client): Promise<void>;
}

/** What is known of one server. */
interface ServerState {
  tokens?: Tokens | undefined;
  /** What the tokens are stored under, if they are: they are of no use to a login with another proof. */
  key?: string | undefined;
  pending?: SharedWork<Acquired> | undefined;
}

/**
 * Makes a credential that logs in when a request first needs it, and renews its token ahead of time and when a server
 * refuses it. However many requests wait for a token, one request asks for it. Each server (`baseUrl`) gets the tokens
 * that it gave, and no others.
 *
 * @param toCredential - makes the credential that carries a token, such as {@link bearer} for a scheme
 * @throws {UsageError} if there is a `store` and no `proof`
 */
export function session<const Scheme extends string, Proof extends LoginProof = LoginProof>(
  toCredential: (token: string) => Credential<Scheme>,
  given: SessionOptions<Proof>,
): Session<Scheme> {
  const options = ownProperties(given);
  const { store, proof, account = "" } = options;
  if (store && !proof) {
    throw new UsageError("a session with a store needs proof: else the name of an account would get its tokens");
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

  /** Waits for the one request that gets tokens. */
  function wait(
    client: Client,
    signal: AbortSignal | undefined,
    how: Pick<Acquisition<Proof>, "refused" | "reuse">,
  ): Promise<Acquired> {
    const state = stateOf(client);
    const work = async (all: AbortSignal) => {
      // Asked once, so that tokens are stored under the very proof that they were obtained with.
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
      // What a server refuses that has just given it, it would refuse again.
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
      // What others wait for may come from the store.
      for (let { pending } = stateOf(client); pending && !reuse; { pending } = stateOf(client)) {
        await pending.join(signal).catch(() => signal?.throwIfAborted());
      }
      await wait(client, signal, { reuse });
    },

    async end(client: Client) {
      const state = stateOf(client);
      await state.pending?.join(undefined).catch(() => {});
      states.delete(client.baseUrl);
      // Those that are held may have been stored with another proof than there is now.
      const key = state.tokens || !store ? state.key : await keyOf(client, await readProof());
      const stored = open(key);
      const tokens = state.tokens ?? (await stored?.read());
      await stored?.forget();
      if (tokens) await options.revoke?.(client, tokens);
    },
  } satisfies Session<Scheme>);
}

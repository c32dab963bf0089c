import type { Clock } from "../clock.ts";
import type { Credential } from "../credentials/credential.ts";
import { UsageError } from "../errors/usage-error.ts";
import { internalsOf } from "../internals.ts";
import type { CallOptions, HeaderValues } from "../options.ts";
import type { Fetch } from "./client.ts";

/** What a client is made of. */
export interface ClientOptions<C extends Credential = Credential> extends CallOptions {
  /** Absolute `http` or `https` URL; a path is kept. */
  readonly baseUrl: string;
  /** Credentials, one per security scheme. */
  readonly auth?: C | readonly C[] | undefined;
  /** @default the global `fetch`, looked up at each request */
  readonly fetch?: Fetch | undefined;
  /** Sent with every request. `authorization` is left out where an operation has no security. */
  readonly headers?: HeaderValues | undefined;
  /** Time, for tests. @default the machine's */
  readonly clock?: Clock | undefined;
  /** A number from 0 to 1, of which the waits between attempts are made. @default Math.random */
  readonly random?: (() => number) | undefined;
}

/** The options of a client, which it keeps to itself. */
export interface ClientState extends ClientOptions {
  readonly credentials: readonly Credential[];
  /** Keeps the headers of a response, if they tell of a rate limit. */
  readonly noteRateLimit: (headers: Headers) => void;
}

/** @throws {UsageError} if the value was not made by `createClient` */
export function clientStateOf(client: unknown): ClientState {
  const state = internalsOf<ClientState>(client);
  if (!state) throw new UsageError("the first argument must be a client");
  return state;
}

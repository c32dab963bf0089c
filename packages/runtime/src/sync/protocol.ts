// What the thread that waits and the worker that carries out its calls agree on.
import type { ClientOptions } from "../client/client-options.ts";
import type { Credential } from "../credentials/credential.ts";
import type { PutBySchemes } from "./handed-credentials.ts";

/** Places in the memory that both threads see. */
export const STATE = 0;
export const PULSE = 1;
/** What stands at STATE. */
export const WAITING = 0;
export const ANSWERED = 1;
export const ENDED = 2;

/** Marks the worker's global object, in which there is nobody else to wait for. */
export const INSIDE: unique symbol = Symbol.for("@keynest/runtime/sync");

/** Options of a client that makes blocking calls: those that another thread can be given. */
export type SyncClientOptions<C extends Credential = Credential> = Omit<
  ClientOptions<C>,
  "fetch" | "hooks" | "clock" | "random"
>;

/** The options that the worker makes a client of; credentials by their schemes alone. */
export interface HandedOptions extends Omit<SyncClientOptions, "auth"> {
  readonly schemes: readonly string[];
}

/** What the worker is asked to do. */
export interface BlockingCall {
  /** Tells clients apart. */
  readonly client: string;
  /** What the client is made of: options, or the URL of a module that exports one. */
  readonly from: { readonly options: HandedOptions } | { readonly module: string };
  readonly credentials: PutBySchemes;
  /** URL of the module that has the function. */
  readonly functions: string;
  /** Name of the function; `Symbol.asyncDispose` ends the client. */
  readonly name: string;
  readonly params: unknown;
  readonly options: unknown;
}

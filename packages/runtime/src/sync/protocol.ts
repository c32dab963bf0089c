// The protocol between the waiting thread and the worker that carries out its calls.
import type { ClientOptions } from "../client/client-options.ts";
import type { Credential } from "../credentials/credential.ts";
import type { PutBySchemes } from "./handed-credentials.ts";

/** Indexes in the memory that both threads share. */
export const STATE = 0;
export const PULSE = 1;
/** Values at STATE. */
export const WAITING = 0;
export const DONE = 1;
export const ENDED = 2;

/** Marks the worker's global object, in which blocking calls are refused. */
export const INSIDE: unique symbol = Symbol.for("@keynest/runtime/sync");

/** Options of a client for blocking calls: those that can be passed to another thread. */
export type SyncClientOptions<C extends Credential = Credential> = Omit<
  ClientOptions<C>,
  "fetch" | "hooks" | "clock" | "random"
>;

/** The options for the worker's client; of credentials, only their schemes. */
export interface HandedOptions extends Omit<SyncClientOptions, "auth"> {
  readonly schemes: readonly string[];
}

/** A request to the worker. */
export interface BlockingCall {
  /** Id of the client. */
  readonly client: string;
  /** Options for the client, or the URL of a module that exports one. */
  readonly from: { readonly options: HandedOptions } | { readonly module: string };
  readonly credentials: PutBySchemes;
  /** URL of the module with the function. */
  readonly functions: string;
  /** Name of the function; `Symbol.asyncDispose` disposes of the client. */
  readonly name: string;
  readonly params: unknown;
  readonly options: unknown;
}

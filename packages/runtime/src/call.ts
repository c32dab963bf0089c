import type { Client, ClientState } from "./client.ts";
import type { Credential, Outgoing } from "./credentials/credential.ts";
import type { Hooks, HttpRequest } from "./hooks.ts";
import type { Operation } from "./operation.ts";
import type { FoundSecrets } from "./redaction/find-secrets.ts";
import type { RequestOptions } from "./request.ts";

/** One call on its way: what every step reads. */
export interface Call {
  readonly client: Client;
  readonly state: ClientState;
  readonly operation: Operation;
  readonly params: object;
  readonly options: RequestOptions;
  readonly hooks: readonly Hooks[];
  /** Limit of an attempt in milliseconds. */
  readonly timeoutMs: number;
  /** Most bytes of a body that is read as text. */
  readonly maxResponseBytes: number;
  /** When the call must have ended, in milliseconds since the epoch. */
  readonly deadline: number;
  /** Those that go on every request of this call. */
  readonly credentials: readonly Credential[];
  /** Without credentials; as hooks left it, once they ran. */
  request: HttpRequest;
  /** Values of sensitive parameters; they are looked for when something is shown. */
  found?: Promise<FoundSecrets> | undefined;
  /** What goes to the server, credentials included. */
  outgoing: Outgoing;
}

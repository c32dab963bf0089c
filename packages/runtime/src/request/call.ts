import type { Client } from "../client/client.ts";
import type { ClientState } from "../client/client-options.ts";
import type { Credential } from "../credentials/credential.ts";
import type { Hooks, HttpRequest } from "../hooks/hooks.ts";
import type { Operation } from "../operation/operation.ts";
import type { RequestOptions } from "../options.ts";
import type { FoundSecrets } from "../redaction/find-secrets.ts";

/** A call as it was asked for. Every step reads it, and none changes it. */
export interface Call {
  readonly client: Client;
  readonly state: ClientState;
  readonly operation: Operation;
  readonly params: object;
  readonly options: RequestOptions;
  readonly hooks: readonly Hooks[];
  /** Limits in milliseconds; Infinity is none. */
  readonly timeoutMs: number;
  readonly bodyTimeoutMs: number;
  readonly totalTimeoutMs: number;
  /** Most bytes of a body that is read as text. */
  readonly maxResponseBytes: number;
  /** When the call must have ended, in milliseconds since the epoch. */
  readonly deadline: number;
  /** Those that go on every request of this call. */
  readonly credentials: readonly Credential[];
  /** Finds the values of sensitive parameters, once. */
  readonly findSecrets: () => Promise<FoundSecrets> | undefined;
  /** Before hooks, and without credentials. */
  readonly request: HttpRequest;
}

import type { Client } from "../client/client.ts";
import type { ClientState } from "../client/client-options.ts";
import type { Credential } from "../credentials/credential.ts";
import type { Hooks, HttpRequest } from "../hooks/hooks.ts";
import type { Operation } from "../operation/operation.ts";
import type { RequestOptions } from "../options.ts";
import type { FoundSecrets } from "../redaction/find-secrets.ts";

/** A call with its arguments and settings. Every step reads it, and none changes it. */
export interface Call {
  readonly client: Client;
  readonly state: ClientState;
  readonly operation: Operation;
  readonly params: object;
  readonly options: RequestOptions;
  readonly hooks: readonly Hooks[];
  /** Limits in milliseconds; Infinity is no limit. */
  readonly timeoutMs: number;
  readonly bodyTimeoutMs: number;
  readonly totalTimeoutMs: number;
  /** Size limit in bytes of a body that is read as text. */
  readonly maxResponseBytes: number;
  /** When the call must have ended, in milliseconds since the epoch. */
  readonly deadline: number;
  /** The credentials of this operation. */
  readonly credentials: readonly Credential[];
  /** Finds the values of sensitive parameters, at the first call. */
  readonly findSecrets: () => Promise<FoundSecrets> | undefined;
  /** The request before hooks, without credentials. */
  readonly request: HttpRequest;
}

import type { Client } from "./client.ts";
import type { Outgoing } from "./credentials/credential.ts";
import type { Operation } from "./operation.ts";
import type { RequestOptions } from "./request.ts";

/** One call on its way: what every step reads. What goes to the server is written on it, credentials included. */
export interface Call extends Outgoing {
  readonly client: Client;
  readonly operation: Operation;
  readonly params: object;
  readonly options: RequestOptions;
  readonly body: unknown;
  /** The request as it was before credentials. */
  readonly shown: readonly [url: string, headers: Record<string, string>];
}

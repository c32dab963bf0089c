import type { Client, ClientState } from "./client.ts";
import type { Outgoing } from "./credentials/credential.ts";
import type { Operation } from "./operation.ts";
import type { RequestOptions } from "./request.ts";

/** One call on its way: what every step reads. */
export interface Call {
  readonly client: Client;
  readonly state: ClientState;
  readonly operation: Operation;
  readonly params: object;
  readonly options: RequestOptions;
  /** Without credentials. */
  readonly url: string;
  /** Without credentials, names in lower case. */
  readonly headers: Record<string, string>;
  readonly body: unknown;
  /** What goes to the server: URL and headers with credentials, and the secrets that must not come back in a message. */
  readonly outgoing: Outgoing;
}

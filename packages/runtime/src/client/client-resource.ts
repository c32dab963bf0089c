import { hide, internalsOf } from "../internals.ts";
import type { Client } from "./client.ts";

/** Base of generated resource classes: methods instead of functions, for one client. */
export class ClientResource {
  constructor(client: Client) {
    hide(this, client);
  }

  /** Typed as if it carried every scheme: a call that needs a missing one throws a UsageError. */
  protected get client(): Client<never> {
    return internalsOf(this) as Client<never>;
  }
}

import type { ClientModel } from "../model/client-model.ts";
import type { DocsOptions } from "./settings.ts";

/** What the pages tell of: the client, and how it was generated. */
export interface DocsContext {
  readonly model: ClientModel;
  readonly settings: DocsOptions;
  /** Module that programs import the runtime from. */
  readonly runtime: string;
  /** Whether there are blocking twins. */
  readonly hasTwins: boolean;
}

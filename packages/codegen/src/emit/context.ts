import type { ClientModel } from "../model/client-model.ts";

/** What every emitter may need to know. */
export interface EmitContext {
  readonly model: ClientModel;
  /** Module that generated code imports the runtime from. */
  readonly runtime: string;
}

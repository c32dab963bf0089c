import type { ClientModel } from "../model/client-model.ts";
import type { DescriptionTypes } from "../types/description-types.ts";

/** What every emitter may need to know. */
export interface EmitContext {
  readonly model: ClientModel;
  readonly types: DescriptionTypes;
  /** Module that generated code imports the runtime from. */
  readonly runtime: string;
}

import type { ClientModel } from "../model/client-model.ts";
import type { DescriptionTypes } from "../types/description-types.ts";

/** Inputs of all emitters. */
export interface EmitContext {
  readonly model: ClientModel;
  readonly types: DescriptionTypes;
  /** Module that generated code imports the runtime from. */
  readonly runtime: string;
}

import type { ClientModel } from "../model/client-model.ts";
import type { DocsOptions } from "./settings.ts";

/** Inputs of the documentation pages. */
export interface DocsContext {
  readonly model: ClientModel;
  readonly settings: DocsOptions;
  /** Module that programs import the runtime from. */
  readonly runtime: string;
  /** Whether blocking variants are generated. */
  readonly hasBlockingVariants: boolean;
}

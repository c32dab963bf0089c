import type { DefinePlugin } from "@hey-api/openapi-ts";
import type { PageKind } from "../model/page-kinds.ts";

/** Settings of the plugin. Those that are left out are as `generate` has them. */
export interface KeynestConfig {
  name: "keynest";
  /** Module that generated code imports the runtime from. @default "@keynest/runtime" */
  runtime?: string;
  /** Also make classes: one for each resource, with a method for each operation. @default false */
  resources?: boolean;
  /** Also make blocking twins of the functions. @default false */
  sync?: boolean;
  /** How pages follow each other, for descriptions that do not say so themselves. @default [] */
  pagination?: readonly PageKind[];
}

export type KeynestPlugin = DefinePlugin<KeynestConfig>;

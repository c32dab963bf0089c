import type { DefinePlugin } from "@hey-api/openapi-ts";
import type { PaginationStyle } from "../model/pagination-styles.ts";

/** Settings of the plugin, with the same defaults as `generate`. */
export interface KeynestConfig {
  name: "keynest";
  /** Module that generated code imports the runtime from. @default "@keynest/runtime" */
  runtime?: string;
  /** Whether to generate classes: one for each resource, with a method for each operation. @default false */
  resources?: boolean;
  /** Whether to generate blocking variants of the functions. @default false */
  sync?: boolean;
  /** Pagination styles, for descriptions that do not declare them with `x-sdk-pagination`. @default [] */
  pagination?: readonly PaginationStyle[];
}

export type KeynestPlugin = DefinePlugin<KeynestConfig>;

import type { DefinePlugin } from "@hey-api/openapi-ts";
import type { DocsOptions } from "../docs/settings.ts";
import type { OpenApiDocument } from "../document/openapi.ts";
import type { PageKind } from "../model/page-kinds.ts";
import type { Problem } from "../problem.ts";

/** Settings of the plugin. */
export interface FunctionsConfig {
  name: "keynest-functions";
  /** The repaired description, which holds more than hey-api keeps of it: styles, media types, alternatives. */
  document: OpenApiDocument;
  /** Module that generated code imports the runtime from. */
  runtime: string;
  /** Whether resource classes are wanted. */
  resources: boolean;
  /** Whether blocking twins are wanted. */
  sync: boolean;
  /** What pages of documentation should know, if they are wanted. */
  docs: DocsOptions | undefined;
  /** Kinds of pages beside those of the description. */
  pagination: readonly PageKind[];
  /** Takes a generated file: its path within the output folder or, of a page, below `docs/`, and its text. */
  emit: (file: string, text: string) => void;
  /** Takes what was decided where a description leaves a choice, such as a name that was taken. */
  report: (problem: Problem) => void;
}

export type FunctionsPlugin = DefinePlugin<FunctionsConfig>;

import type { DocsOptions } from "./docs/settings.ts";
import type { HeyApiPlugin } from "./hey-api/plugin-setting.ts";
import type { PageKind } from "./model/page-kinds.ts";

/** What to generate, from what, to where. */
export interface GenerateOptions {
  /** Path or http(s) URL of an OpenAPI 3.0 or 3.1 description, in YAML or JSON. */
  readonly input: string;
  /** Folder for the generated files. Files of ours in it that are no longer generated are removed. */
  readonly output: string;
  /** Module that generated code imports the runtime from. @default "@keynest/runtime" */
  readonly runtime?: string;
  /** Also make classes: one for each resource, with a method for each operation. @default false */
  readonly resources?: boolean;
  /** Also make blocking twins of the functions, for programs that cannot wait; they need Node. @default false */
  readonly sync?: boolean;
  /** Also write pages of documentation in Markdown, and where to. @default none */
  readonly docs?: DocsOptions;
  /** How pages follow each other, for descriptions that do not say so themselves by `x-sdk-pagination`. */
  readonly pagination?: readonly PageKind[];
  /**
   * Plugins of @hey-api/openapi-ts to run as well, such as `"zod"`. They get the normalized description; their files
   * stand in the folder `plugins` of the output.
   *
   * @default none
   */
  readonly plugins?: readonly HeyApiPlugin[];
  /** A formatter to run over the files before they are compared and written: the program, then its arguments. */
  readonly format?: readonly string[];
  /** Compare only, from scratch, and write nothing. @default false */
  readonly check?: boolean;
  /** Called once, before the first file is written, a formatter's copies included. */
  readonly beforeWriting?: () => void;
  /** Ends the generation. Nothing is written when it does so before writing begins. */
  readonly signal?: AbortSignal;
}

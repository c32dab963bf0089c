import type { DocsOptions } from "./docs/settings.ts";
import type { HeyApiPlugin } from "./hey-api/plugin-setting.ts";
import type { PaginationStyle } from "./model/pagination-styles.ts";

/** Options of the generator. */
export interface GenerateOptions {
  /** Path or http(s) URL of an OpenAPI 3.0 or 3.1 description, in YAML or JSON. */
  readonly input: string;
  /** Folder for the generated files. Obsolete generated files in it are removed. */
  readonly output: string;
  /** Module that generated code imports the runtime from. @default "@keynest/runtime" */
  readonly runtime?: string;
  /** Whether to generate classes: one for each resource, with a method for each operation. @default false */
  readonly resources?: boolean;
  /** Whether to generate blocking variants of the functions, which need Node.js. @default false */
  readonly sync?: boolean;
  /** Documentation pages in Markdown. @default none */
  readonly docs?: DocsOptions;
  /** Pagination styles, for descriptions that do not declare them with `x-sdk-pagination`. @default [] */
  readonly pagination?: readonly PaginationStyle[];
  /**
   * Plugins of @hey-api/openapi-ts to run, such as `"zod"`. They get the normalized description. Their files are in the
   * folder `plugins` of the output.
   *
   * @default none
   */
  readonly plugins?: readonly HeyApiPlugin[];
  /** Command that formats the files: the program, then its arguments. Their folder is added as the last argument. */
  readonly format?: readonly string[];
  /** Whether to compare the files with the output folder only, without writing. @default false */
  readonly check?: boolean;
  /** Called once, before the first file is written, including temporary copies for the formatter. */
  readonly beforeWriting?: () => void;
  /** Aborts the generation. No file is written if it aborts before writing begins. */
  readonly signal?: AbortSignal;
}

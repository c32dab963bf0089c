import type { Method, OpenApiDocument } from "../document/openapi.ts";

/** Reports a defect; `tokens` lead from the root of the document to it. */
export type Warn = (message: string, tokens: readonly (string | number)[]) => void;

/** The operation that is being rewritten, with functions that report its defects. */
export interface NormalizeContext {
  readonly document: OpenApiDocument;
  readonly path: string;
  readonly method: Method;
  /** Reports a defect below the operation; `tokens` lead from the operation to it. */
  warn(message: string, ...tokens: (string | number)[]): void;
  /** Reports a defect below the path item, once for all of its operations. */
  warnItem(message: string, ...tokens: (string | number)[]): void;
}

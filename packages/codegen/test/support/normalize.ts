import type { OpenApiDocument } from "../../src/document/openapi.ts";
import type { Warn } from "../../src/normalize/context.ts";
import { normalizeDescription } from "../../src/normalize/normalize.ts";

/** Takes warnings, and lists them as `pointer: message`. */
export function warnings(): { readonly warn: Warn; readonly list: string[] } {
  const list: string[] = [];
  return { list, warn: (message, tokens) => list.push(`${tokens.join(" ")}: ${message}`) };
}

/** A copy of the document, normalized by all rewritings. */
export function normalized(before: object): { readonly after: OpenApiDocument; readonly messages: string[] } {
  const document = structuredClone(before) as OpenApiDocument;
  const problems = normalizeDescription({ document, sources: [], locate: (pointer) => ({ pointer }) });
  return { after: document, messages: problems.map(({ message }) => message) };
}

/** What stands around an operation. */
export interface Surroundings {
  /** @default "/notes" */
  readonly path?: string;
  /** @default "get" */
  readonly method?: string;
  /** Of the path item. */
  readonly item?: object;
  readonly document?: object;
}

/** The only operation of a document, normalized. */
export function normalizedOperation(
  operation: object,
  { path = "/notes", method = "get", item = {}, document = {} }: Surroundings = {},
): { readonly after: Readonly<Record<string, unknown>>; readonly messages: readonly string[] } {
  const result = normalized({ ...document, paths: { [path]: { ...item, [method]: operation } } });
  const [found = {}] = Object.values(result.after.paths ?? {}).map((one) => (one as Record<string, object>)[method]);
  return { after: { ...found }, messages: result.messages };
}

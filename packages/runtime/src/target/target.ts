import { UsageError } from "../errors/usage-error.ts";
import type { Operation } from "../operation.ts";
import { own, textOf, toPlain } from "../values.ts";

/** Where the parameters of a call go: into the request target (RFC 9112, section 3.2), and into headers. */
export interface Target {
  /** Path and query, without credentials. */
  readonly target: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Writes the parameters of an operation. @throws UsageError if one cannot be sent */
export type BuildTarget = (operation: Operation, params: object) => Target;

/** Texts, numbers, and lists of them in the usual styles, in path and query: all that most operations have. */
export function buildTarget({ path, query = [] }: Operation, params: object): Target {
  let target = path.includes("{") ? fillPath(path, (name) => textsOf(name, own(params, name)).join()) : path;
  let mark = "?";
  for (const name of query as string[]) {
    for (const text of textsOf(name, own(params, name))) {
      target += `${mark}${encodeURIComponent(name)}=${text}`;
      mark = "&";
    }
  }
  return { target };
}

const none: readonly string[] = [];

function textsOf(name: string, value: unknown): readonly string[] {
  if (value == null) return none;
  const items = Array.isArray(value) ? value.filter((item) => item != null) : [value];
  return items.map((item) => encodeURIComponent(textOf(name, toPlain(item))));
}

/**
 * Fills in the placeholders of a path. A path parameter that is missing or empty, or that makes a segment `.` or `..`,
 * is refused: URL parsers would take segments away, and the request would reach another resource.
 */
export function fillPath(path: string, textFor: (placeholder: string) => string): string {
  const filled = path.replace(/\{(.+?)}/g, (_, placeholder) => textFor(placeholder) || refuseEmpty(placeholder));
  if (/\/(\.|%(25)*2e){1,2}(\/|$)/i.test(filled)) throw new UsageError('path parameters make a segment "." or ".."');
  return filled;
}

export function refuseEmpty(name: string): never {
  throw new UsageError(`path parameter "${name}" is missing or empty`);
}

import { UsageError } from "./errors/usage-error.ts";
import type { Operation } from "./operation.ts";
import { own, serialize, serializeAll } from "./serialize.ts";

/**
 * The URL of a call, without credentials. A path parameter that is missing or empty, or that makes a segment `.` or
 * `..`, is refused: URL parsers would take segments away and the request would reach another resource.
 */
export function buildUrl(baseUrl: string, { path, query }: Operation, params: object): string {
  const filled = path.replace(/\{([.;]?)(.+?)(\*?)}/g, (_, prefix: string, name: string, star: string) => {
    const style = prefix ? (prefix === "." ? "label" : "matrix") : "simple";
    let isEmpty = false;
    const text = serialize(name, own(params, name), style, !!star, encodeURIComponent, (item) => {
      isEmpty ||= !item;
      return encodeURIComponent(item);
    });
    if (!text || isEmpty) throw new UsageError(`path parameter "${name}" is missing or empty`);
    return text;
  });
  if (/\/(\.|%(25)*2e){1,2}(\/|$)/i.test(filled)) throw new UsageError('path parameters make a segment "." or ".."');
  const search = serializeAll(query, params, "form", encodeURIComponent).map(([, text]) => text);
  return baseUrl + filled + (search.length ? `?${search.join("&")}` : "");
}

import { UsageError } from "./errors/usage-error.ts";
import type { Operation } from "./operation.ts";
import { own, serialize, serializeAll } from "./serialize.ts";

/**
 * The URL of a call, without credentials. A path parameter that is missing or empty, or that makes a segment `.` or
 * `..`, is refused: URL parsers would take segments away and the request would reach another resource.
 */
export function buildUrl(baseUrl: string, operation: Operation, params: object): string {
  const refuse = (name: string, what: string) =>
    new UsageError(`The path parameter "${name}" ${what}.`, { operationId: operation.id });

  const path = operation.path.replace(/\{([.;]?)([^{}]+?)(\*?)\}/g, (_, prefix: string, name: string, star: string) => {
    const style = prefix === "." ? "label" : prefix ? "matrix" : "simple";
    const text = serialize(operation, name, own(params, name), style, !!star, (text) => {
      if (!text) throw refuse(name, "is empty");
      return encodeURIComponent(text);
    });
    if (!text) throw refuse(name, "is missing");
    return text;
  });
  if (/\/(\.|%(25)*2e){1,2}(\/|$)/i.test(path)) {
    throw new UsageError('A path parameter is "." or "..", which would change the path.', {
      operationId: operation.id,
    });
  }

  const query = serializeAll(operation, operation.query, params, "form", encodeURIComponent);
  return baseUrl + path + (query.length ? `?${query.map(([, text]) => text).join("&")}` : "");
}

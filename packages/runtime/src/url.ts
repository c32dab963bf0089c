// The one file that knows openapi-fetch. It joins the URL, with serializers of ours in the two places that it has for
// them: its own encode neither names nor keys, write null as "null", and know no reserved characters. Its client is not
// used, which makes a platform `Request` for every call, most of its cost, and decodes without regard to media types.
import { createFinalURL } from "openapi-fetch";
import { UsageError } from "./errors/usage-error.ts";
import type { Operation } from "./operation.ts";
import { own, serialize, serializeAll } from "./serialize.ts";

/**
 * The URL of a call, without credentials. A path parameter that is missing or empty, or that makes a segment `.` or
 * `..`, is refused: URL parsers would take segments away and the request would reach another resource.
 */
export function buildUrl(baseUrl: string, { path, query }: Operation, params: object): string {
  return createFinalURL(path, {
    baseUrl,
    params: { path: params as never },
    pathSerializer: (url) => fillPath(url, params),
    querySerializer: () =>
      serializeAll(query, params, "form", encodeURIComponent)
        .map(([, text]) => text)
        .join("&"),
  });
}

function fillPath(url: string, params: object): string {
  const filled = url.replace(/\{([.;]?)(.+?)(\*?)}/g, (_, sign: string, name: string, star: string) => {
    const style = sign ? (sign === "." ? "label" : "matrix") : "simple";
    const value = own(params, name);
    const text = serialize(name, value, style, !!star, encodeURIComponent);
    if (!text || value === "") throw new UsageError(`path parameter "${name}" is missing or empty`);
    return text;
  });
  if (/\/(\.|%(25)*2e){1,2}(\/|$)/i.test(filled)) throw new UsageError('path parameters make a segment "." or ".."');
  return filled;
}

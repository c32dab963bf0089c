import { MIMEType } from "node:util";
import type { Operation } from "./load-operations.ts";
import type { PrismRequest } from "./prism-types.ts";

/**
 * Rewrites a request so that Prism can read it.
 *
 * Prism throws at an invalid `Content-Type`, and at forms that most servers read: with a file without a media type, or
 * with names without quotes, or with `;` or `=` in them. It checks media types only if there is a `Content-Length`,
 * which a body in chunks does not have. And it reports a wrong media type where an operation takes no body at all;
 * servers ignore such a body.
 *
 * @returns a copy, whose forms have names and values only: a description says nothing about the rest
 */
export function sanitizeRequest(request: PrismRequest, operation: Operation): PrismRequest {
  const { headers, body } = request;
  if (body === null) return request;
  if (!takesBody(operation)) return { ...request, headers: { ...headers, "content-length": "0" }, body: null };
  const contentType = headers["content-type"] ?? "";
  const boundary = /^multipart\/form-data\b/i.test(contentType) && mediaTypeOf(contentType)?.params.get("boundary");
  return {
    ...request,
    headers: {
      "content-length": "1",
      ...headers,
      ...(contentType && !mediaTypeOf(contentType) && { "content-type": UNKNOWN }),
    },
    body: boundary && typeof body === "string" ? plainForm(body, boundary) : body,
  };
}

/** Whether an operation describes a body. */
export function takesBody({ request }: Operation): boolean {
  return Boolean(request?.body?.contents?.length);
}

/** Replaces an invalid media type. */
const UNKNOWN = "application/x-unknown";

function mediaTypeOf(contentType: string): MIMEType | undefined {
  try {
    return new MIMEType(contentType);
  } catch {
    return undefined;
  }
}

/** Reduces the headers of each part to its name. */
function plainForm(body: string, boundary: string): string {
  const delimiter = `--${boundary}`;
  const parts = body.split(delimiter).map((part) =>
    part.replace(/^\r\n(?:[^\r\n]+\r\n)*(?=\r\n)/, (head) => {
      const [, quoted, token = ""] = /[;\s]name=(?:"([^"]*)"|([^\s;]+))/i.exec(head) ?? [];
      // A name with the delimiters of Prism is in no description.
      const name = (quoted ?? token).replace(/[;="\\]/g, "_");
      return `\r\nContent-Disposition: form-data; name="${name}"\r\n`;
    }),
  );
  return parts.join(delimiter);
}

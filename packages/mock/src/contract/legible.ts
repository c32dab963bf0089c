import { MIMEType } from "node:util";
import type { Operation } from "./load-operations.ts";
import type { PrismRequest } from "./prism-types.ts";

/**
 * Writes a request so that Prism can read it. It throws at a `Content-Type` that is no media type, and at forms that
 * most servers read: with files that have no media type, or whose names have no quotes, or `;` or `=` in them. And it
 * looks at media types only where there is a `Content-Length`, which a body in chunks has not; where an operation takes
 * no body, it takes that for a wrong media type, while servers ignore a body, and so do we.
 *
 * @returns a copy; forms have names and values, which is all that a description speaks of
 */
export function legible(request: PrismRequest, operation: Operation): PrismRequest {
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

/** Whether an operation has something to say of a body. */
export function takesBody({ request }: Operation): boolean {
  return Boolean(request?.body?.contents?.length);
}

/** Stands for what is no media type. */
const UNKNOWN = "application/x-unknown";

function mediaTypeOf(contentType: string): MIMEType | undefined {
  try {
    return new MIMEType(contentType);
  } catch {
    return undefined;
  }
}

/** Leaves of the headers of each part only the name. */
function plainForm(body: string, boundary: string): string {
  const delimiter = `--${boundary}`;
  const parts = body.split(delimiter).map((part) =>
    part.replace(/^\r\n(?:[^\r\n]+\r\n)*(?=\r\n)/, (head) => {
      const [, quoted, token = ""] = /[;\s]name=(?:"([^"]*)"|([^\s;]+))/i.exec(head) ?? [];
      // What stands between Prism's own marks is a name that no description has.
      const name = (quoted ?? token).replace(/[;="\\]/g, "_");
      return `\r\nContent-Disposition: form-data; name="${name}"\r\n`;
    }),
  );
  return parts.join(delimiter);
}

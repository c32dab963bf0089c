import { MIMEType } from "node:util";
import type { PrismRequest } from "./contract.ts";

/**
 * Writes a request so that Prism can read it. It throws at a `Content-Type` that is no media type, and at forms that
 * most servers read: with files that have no media type, or whose names have no quotes, or `;` or `=` in them. And it
 * looks at media types only where there is a `Content-Length`, which a body in chunks has not.
 *
 * @returns a copy; forms have names and values, which is all that a description speaks of
 */
export function legible(request: PrismRequest): PrismRequest {
  const { headers, body } = request;
  const { "content-type": contentType } = headers;
  if (contentType === undefined || typeof body !== "string") return withLength(request, contentType);
  const boundary = mediaTypeOf(contentType)?.params.get("boundary");
  const isForm = /^multipart\/form-data\b/i.test(contentType) && boundary;
  return withLength(isForm ? { ...request, body: plainForm(body, boundary) } : request, contentType);
}

function withLength(request: PrismRequest, contentType: string | undefined): PrismRequest {
  const length = request.body === null ? {} : { "content-length": "1" };
  const type = contentType === undefined || mediaTypeOf(contentType) ? {} : { "content-type": UNKNOWN };
  return { ...request, headers: { ...request.headers, ...length, ...type } };
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

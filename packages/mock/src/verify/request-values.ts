import type { Operation } from "../contract/load-operations.ts";
import type { HeaderFields } from "./credentials.ts";
import type { Outgoing } from "./send-request.ts";

/** What is filled into an operation to make a request of it. */
export interface Call {
  readonly path?: Readonly<Record<string, string | number>>;
  readonly query?: Readonly<Record<string, string>>;
  /** A value to send as JSON, or a form. */
  readonly body?: unknown;
  readonly headers?: HeaderFields;
  /** Credentials to use in place of those in the wallet; empty for none. */
  readonly as?: HeaderFields;
  /** Why it should succeed, for the report; false when nothing says that it should. */
  readonly because?: string | false;
}

/** Makes the request of a call. */
export function outgoingOf(target: string, operation: Operation, call: Call, headers: HeaderFields): Outgoing {
  const path = operation.path.replace(/\{([^}]+)\}/g, (_, name: string) =>
    encodeURIComponent(String(call.path?.[name] ?? "")),
  );
  const query = new URLSearchParams(call.query).toString();
  const isForm = call.body instanceof FormData || call.body instanceof URLSearchParams;
  return {
    method: operation.method.toUpperCase(),
    url: `${target}${path}${query && `?${query}`}`,
    headers: {
      Accept: acceptOf(operation),
      "User-Agent": "keynest-mock-verify",
      ...(call.body === undefined || isForm ? {} : { "Content-Type": "application/json" }),
      ...call.headers,
      ...headers,
    },
    ...(call.body === undefined
      ? {}
      : { body: isForm ? (call.body as FormData | URLSearchParams) : JSON.stringify(call.body) }),
  };
}

/** The documented media types, and anything: some servers answer 406 to a media type that they do have. */
function acceptOf({ responses }: Operation): string {
  const types = responses.flatMap(({ contents = [] }) => contents.map(({ mediaType }) => mediaType));
  return [...new Set(types), "*/*;q=0.5"].join(", ");
}

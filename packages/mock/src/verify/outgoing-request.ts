import { COMMAND_NAME } from "../cli/command-name.ts";
import type { Operation } from "../contract/load-operations.ts";
import type { HeaderFields } from "./credentials.ts";
import type { OutgoingRequest } from "./send-request.ts";

/** The values that make a request of an operation. */
export interface RequestValues {
  readonly path?: Readonly<Record<string, string | number>>;
  readonly query?: Readonly<Record<string, string>>;
  /** A value to send as JSON, or a form. */
  readonly body?: unknown;
  readonly headers?: HeaderFields;
  /** Credentials to use in place of those in the wallet; empty for none. */
  readonly as?: HeaderFields;
  /** Why it should succeed, for the report; false if it may be refused. */
  readonly because?: string | false;
}

/** Makes a request of an operation and values. */
export function outgoingRequest(
  target: string,
  operation: Operation,
  call: RequestValues,
  headers: HeaderFields,
): OutgoingRequest {
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
      "User-Agent": `${COMMAND_NAME}-verify`,
      ...(call.body === undefined || isForm ? {} : { "Content-Type": "application/json" }),
      ...call.headers,
      ...headers,
    },
    ...(call.body === undefined
      ? {}
      : { body: isForm ? (call.body as FormData | URLSearchParams) : JSON.stringify(call.body) }),
  };
}

/** The documented media types, and any other: some servers respond with 406 even to a documented media type. */
function acceptOf({ responses }: Operation): string {
  const types = responses.flatMap(({ contents = [] }) => contents.map(({ mediaType }) => mediaType));
  return [...new Set(types), "*/*;q=0.5"].join(", ");
}

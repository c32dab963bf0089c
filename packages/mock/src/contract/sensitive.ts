import type { Operation } from "./load-operations.ts";

/** What stands in the place of a secret. */
export const REDACTED = "[redacted]";

/** What a schema tells of the sensitive values in it. */
interface Schema {
  format?: string;
  "x-sensitive"?: boolean;
  [keyword: string]: unknown;
}

/** Headers that carry credentials in any API, described or not. */
const CREDENTIAL_HEADERS = ["authorization", "cookie", "proxy-authorization", "set-cookie", "x-api-key"];

/** Names that hold credentials in any API, also where the description does not say so. */
const CREDENTIAL_NAME = /passw(or)?d|passphrase|secret|token|api_?key|access_?key|private_?key|credential/i;

/** What must not be shown of exchanges with an operation. */
export interface Sensitive {
  /** @returns a copy of headers, secrets replaced */
  headers(headers: Readonly<Record<string, string>>): Record<string, string>;
  /** @returns a copy of query parameters, secrets replaced */
  query(query: Readonly<Record<string, string | string[]>>): Record<string, string | string[]>;
  /** @returns a copy of a body, secrets replaced; a text as a whole, when all of it is one */
  body(body: unknown): unknown;
}

/**
 * Finds out what must not be shown: what the description marks as `x-sensitive` or as `format: password`, what its
 * security schemes carry, and what has the name of a credential. A field marked `x-sensitive: false` is shown.
 *
 * @param operation - undefined for a request that is for none: then no body is shown
 */
export function sensitiveOf(operation: Operation | undefined): Sensitive {
  const marks = new Map<string, boolean>();
  const bodies = [operation?.request?.body, ...(operation?.responses ?? [])].flatMap((each) => each?.contents ?? []);
  const wholes = new Set<boolean>(bodies.map(({ schema }) => isSensitive(schema as Schema)));
  for (const { schema } of bodies) mark(marks, schema, new Set());
  const parameters = [...(operation?.request?.query ?? []), ...(operation?.request?.headers ?? [])];
  for (const { name, schema } of parameters) {
    if (isSensitive(schema as Schema)) marks.set(name.toLowerCase(), true);
  }
  for (const scheme of (operation?.security ?? []).flat()) {
    if (scheme.type === "apiKey") marks.set(scheme.name.toLowerCase(), true);
  }
  const isSecret = (name: string): boolean => marks.get(name.toLowerCase()) ?? CREDENTIAL_NAME.test(name);
  const isSecretHeader = (name: string): boolean => CREDENTIAL_HEADERS.includes(name.toLowerCase()) || isSecret(name);
  const hide = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(hide);
    if (typeof value !== "object" || value === null) return value;
    return replace(value as Record<string, unknown>, isSecret, hide);
  };
  return {
    headers: (headers) => replace(headers, isSecretHeader),
    query: (query) => replace(query, isSecret),
    body: (body) => {
      if (typeof body !== "string") return operation || body === null || body === undefined ? hide(body) : REDACTED;
      return !operation || wholes.has(true) ? REDACTED : body;
    },
  };
}

function replace<Value>(
  record: Readonly<Record<string, Value>>,
  isSecret: (name: string) => boolean,
  otherwise: (value: Value) => Value = (value) => value,
): Record<string, Value> {
  return Object.fromEntries(
    Object.entries(record).map(([name, value]) => [
      name,
      isSecret(name) && value !== null && value !== undefined ? (REDACTED as Value) : otherwise(value),
    ]),
  );
}

function isSensitive(schema: Schema | undefined): boolean {
  return schema?.["x-sensitive"] ?? schema?.format === "password";
}

/** Notes the names of marked properties, wherever they stand. A name that is secret in one place is secret in all. */
function mark(marks: Map<string, boolean>, node: unknown, seen: Set<unknown>): void {
  if (typeof node !== "object" || node === null || seen.has(node)) return;
  seen.add(node);
  const { properties } = node as { properties?: unknown };
  if (typeof properties === "object" && properties !== null) {
    for (const [name, schema] of Object.entries(properties as Record<string, Schema>)) {
      const isMarked = schema["x-sensitive"] !== undefined || schema.format === "password";
      const key = name.toLowerCase();
      if (isMarked) marks.set(key, marks.get(key) || isSensitive(schema));
    }
  }
  for (const child of Object.values(node)) mark(marks, child, seen);
}

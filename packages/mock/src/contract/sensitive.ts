import type { Operation } from "./load-operations.ts";

/** Replaces a secret. */
export const REDACTED = "[redacted]";

/** Replaces the secrets in requests and responses of an operation. Each method returns a copy. */
export interface Sensitive {
  headers(headers: Readonly<Record<string, string>>): Record<string, string>;
  query(query: Readonly<Record<string, string | string[]>>): Record<string, string | string[]>;
  body(body: unknown): unknown;
}

/** The parts of a schema that say which values are secret. */
interface Schema {
  format?: string;
  "x-sensitive"?: boolean;
  properties?: Record<string, Schema>;
}

/** Headers that carry credentials in any API, described or not. */
const CREDENTIAL_HEADER =
  /(?<!^www-)auth|jwt|cookie|credential|csrf|key|passw|pwd|secret|session|\bsid\b|signature|token|xsrf/;

/** Names that hold credentials in any API, also where the description does not say so. */
const CREDENTIAL_NAME = /passw(or)?d|passphrase|secret|token$|_key$|apikey|credential/i;

/** Names that hold credentials in a query, where the description says nothing of the parameter. */
const CREDENTIAL_PARAMETER = /^pwd$|^sid$|^auth|csrf|jwt|session|key(\[\])?$|token(\[\])?$|signature/i;

/**
 * Finds the secrets of an operation: values that the description marks as `x-sensitive` or `format: password`, the
 * credentials of its security schemes, and values with the name of a credential. In a body with secrets, a misspelled
 * field may contain one, so undocumented fields are secret too.
 *
 * @param operation - undefined for a request without a documented operation: its whole body is secret
 */
export function sensitiveOf(operation: Operation | undefined): Sensitive {
  if (!operation) return unknown;
  const found = known.get(operation) ?? inspect(operation);
  known.set(operation, found);
  return found;
}

/** A cache: walking all schemas of an operation takes longer than a response. */
const known = new WeakMap<Operation, Sensitive>();
const unknown = inspect(undefined);

function inspect(operation: Operation | undefined): Sensitive {
  const bodies = [operation?.request?.body, ...(operation?.responses ?? [])].flatMap((each) => each?.contents ?? []);
  const parameters = [...(operation?.request?.query ?? []), ...(operation?.request?.headers ?? [])];
  const schemes = (operation?.security ?? []).flat().flatMap((scheme) => (scheme.type === "apiKey" ? scheme.name : []));

  const described = new Map<string, boolean>(schemes.map((name) => [name.toLowerCase(), true]));
  for (const { name, schema } of parameters) note(described, name, schema as Schema);
  const isSecret = (name: string): boolean =>
    (described.get(name.toLowerCase()) ?? CREDENTIAL_PARAMETER.test(name)) || CREDENTIAL_NAME.test(name);

  const fields = new Map<string, boolean>();
  for (const { schema } of bodies) noteAll(fields, schema, new Set());
  const isWhole = bodies.some(({ schema }) => isSensitive(schema as Schema));
  const hasSecrets = isWhole || [...fields.values()].includes(true);
  const isSecretField = (name: string): boolean =>
    fields.get(name.toLowerCase()) ?? (hasSecrets || CREDENTIAL_NAME.test(name));
  const hide = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(hide);
    if (typeof value !== "object" || value === null) return value;
    return replace(value as Record<string, unknown>, isSecretField, hide);
  };
  /** A body is an object or a list of objects. Any other value of a body with secrets may be one. */
  const hideBody = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(hideBody);
    return hasSecrets && typeof value !== "object" ? REDACTED : hide(value);
  };
  return {
    headers: (headers) => replace(headers, (name) => CREDENTIAL_HEADER.test(name.toLowerCase()) || isSecret(name)),
    query: (query) => replace(query, isSecret),
    body(body) {
      if (body === null || body === undefined) return body;
      return !operation || isWhole ? REDACTED : hideBody(body);
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

/** A name that is secret in one place of an operation is secret everywhere in it. */
function note(described: Map<string, boolean>, name: string, schema: Schema): void {
  const key = name.toLowerCase();
  described.set(key, described.get(key) || isSensitive(schema));
}

/** Notes the properties of a schema at any depth. */
function noteAll(described: Map<string, boolean>, node: unknown, seen: Set<unknown>): void {
  if (typeof node !== "object" || node === null || seen.has(node)) return;
  seen.add(node);
  for (const [name, schema] of Object.entries((node as Schema).properties ?? {})) note(described, name, schema);
  for (const child of Object.values(node)) noteAll(described, child, seen);
}

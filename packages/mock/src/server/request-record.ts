import type { Operation } from "../contract/load-operations.ts";
import type { PrismRequest } from "../contract/prism-types.ts";
import { sensitiveOf } from "../contract/sensitive.ts";
import type { Violation } from "../contract/violations.ts";
import { type FormValue, parseForm } from "./read-request.ts";

/** A request that a mock has received. Secrets in it are replaced by `[redacted]`. */
export interface RecordedRequest {
  /** Undefined for a request without a documented operation. */
  readonly operationId: string | undefined;
  /** In capitals: `GET`. */
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string | string[]>>;
  /** By names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** JSON as a value, a form as its parts by name, anything else as text; null for no body. */
  readonly body: unknown;
  /** Undefined until the response, and for good if the connection broke before it. */
  readonly status: number | undefined;
  /** From the last byte of the request to the response, in milliseconds. */
  readonly ms: number | undefined;
  readonly violations: readonly RecordedViolation[];
}

/** A violation of the description by a request, or by the response to it. */
export interface RecordedViolation extends Violation {
  readonly operationId: string | undefined;
  readonly method: string;
  readonly path: string;
}

/** The record of a file in a form. */
interface RecordedFile {
  filename: string;
  contentType: string;
  text: string;
}

/** A record that is still being written. */
export type OpenRecord = { -readonly [Field in keyof RecordedRequest]: RecordedRequest[Field] };

/** Starts the record of a request whose operation is not known yet: without a body, and without secrets. */
export function openRecord({ method, url, headers }: PrismRequest): OpenRecord {
  const sensitive = sensitiveOf(undefined);
  return {
    operationId: undefined,
    method: method.toUpperCase(),
    path: url.path,
    query: sensitive.query(url.query),
    headers: sensitive.headers(headers),
    body: null,
    status: undefined,
    ms: undefined,
    violations: [],
  };
}

/** Completes a record with everything that is no secret of the operation. */
export async function completeRecord(
  record: OpenRecord,
  { url, headers, body }: PrismRequest,
  operation: Operation,
  rawBody: Buffer,
): Promise<void> {
  const sensitive = sensitiveOf(operation);
  record.query = sensitive.query(url.query);
  record.headers = sensitive.headers(headers);
  const form = await parseForm(rawBody, headers["content-type"]);
  const parts = form && Object.entries(form).map(async ([name, value]) => [name, await plain(value)]);
  record.body = sensitive.body(parts ? Object.fromEntries(await Promise.all(parts)) : body);
}

/** Adds violations to a record. */
export function addViolations(record: OpenRecord, violations: Violation[]): void {
  const { operationId, method, path } = record;
  record.violations = [...record.violations, ...violations.map((one) => ({ ...one, operationId, method, path }))];
}

async function plain(value: FormValue): Promise<string | RecordedFile> {
  if (typeof value === "string") return value;
  return { filename: value.name, contentType: value.type, text: await value.text() };
}

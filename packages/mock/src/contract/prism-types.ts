/** A request in the form that Prism takes. */
export interface PrismRequest {
  /** In lower case. */
  method: "get" | "put" | "post" | "delete" | "options" | "head" | "patch" | "trace";
  url: { path: string; query: Record<string, string | string[]> };
  /** By names in lower case. */
  headers: Record<string, string>;
  /** JSON as a value, any other body as text; null for no body. */
  body: unknown;
}

/** A response in the form that Prism takes. */
export interface PrismResponse {
  statusCode: number;
  headers?: Record<string, string>;
  /** JSON as a value, any other body as text; undefined for no body. */
  body?: unknown;
}

/** A violation of the description, as Prism reports it. */
export interface PrismViolation {
  path?: (string | number)[];
  /** 401 for security, 415 for a media type, else the keyword of JSON Schema. */
  code?: string | number;
  /** A sentence. */
  message: string;
  /** As Prism counts it, 0 for an error. */
  severity: number;
}

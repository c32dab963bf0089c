/** Messages about the fields of a request, by name. */
export type FieldErrors = Record<string, string[]>;

/** Ends a request with an error, and undoes its changes. */
export class Refusal extends Error {
  override readonly name = "Refusal";
  readonly status: number;
  readonly body: object;
  readonly headers: Readonly<Record<string, string>>;

  /** @param message - the detail of the problem document, if the operation does not declare the status */
  constructor(status: number, message: string, body: object, headers: Record<string, string> = {}) {
    super(message);
    this.status = status;
    this.body = body;
    this.headers = headers;
  }
}

/** 400 of the operations under `/api/`. */
export function badRequest(error: string, details?: string | FieldErrors): Refusal {
  return new Refusal(400, error, details === undefined ? { error } : { error, details });
}

export function validationFailed(details: FieldErrors): Refusal {
  return badRequest("Validation failed", details);
}

export function unauthorized(details: string, code?: string): Refusal {
  const body = { error: "Authentication required", details, ...(code && { code }) };
  return new Refusal(401, details, body, { "WWW-Authenticate": "Token" });
}

export function forbidden(): Refusal {
  const details = "You do not have permission to perform this action.";
  return new Refusal(403, details, { error: "Permission denied", details });
}

export function notFound(details = "The requested resource does not exist."): Refusal {
  return new Refusal(404, details, { error: "Not found", details, code: "NOT_FOUND" });
}

/** A refusal with a `detail`, for the operations of tokens and keys. */
export function refusedWithDetail(status: number, detail: string, code?: string): Refusal {
  const headers: Record<string, string> = status === 401 ? { "WWW-Authenticate": "Bearer" } : {};
  return new Refusal(status, detail, { detail, ...(code && { code }) }, headers);
}

/** A refusal with an `error` and nothing else, for logins and the operations of clients. */
export function refusedWithError(status: number, error: string): Refusal {
  return new Refusal(status, error, { error });
}

/** One entry of the `detail` of a 422. */
export interface ValidationError {
  loc: (string | number)[];
  msg: string;
  type: string;
}

export function unprocessable(detail: ValidationError[]): Refusal {
  return new Refusal(422, detail.map(({ loc, msg }) => `${loc.join(".")}: ${msg}`).join("; "), { detail });
}

/** An undocumented error, which the mock sends as a problem document. */
export function problem(status: number, title: string, detail: string): Error {
  return Object.assign(new Error(title), { status, detail });
}

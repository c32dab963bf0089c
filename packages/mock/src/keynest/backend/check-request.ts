import type { Violation } from "../../contract/violations.ts";
import type { BackendOperation } from "../../server/backend.ts";
import type { Call } from "./call.ts";
import {
  type FieldErrors,
  notFound,
  problem,
  refusedWithError,
  unprocessable,
  type ValidationError,
  validationFailed,
} from "./errors.ts";
import { declares } from "./rate-limits.ts";

/**
 * Refuses an invalid request with the response that the operation declares: a 422 in the form of FastAPI, a 400 with the
 * messages of Django REST framework by field, or if it declares neither, a problem document.
 *
 * @throws {Refusal} if the request breaks the description
 */
export function checkRequest(call: Call): void {
  const { operation, violations } = call.request;
  // Credentials have been verified already.
  const broken = violations.filter(({ code }) => String(code) !== "401");
  const errors = [...broken.map(requestError), ...unstorableTexts(operation, call.body)];
  if (errors.length === 0) return;
  if (declares(operation, 422)) throw unprocessable(errors.map(asValidationError));
  if (errors.some(({ path }) => path[0] === "path")) throw notFound();
  if (errors.some(({ path }) => path.join() === "query,page")) throw notFound("Invalid page.");
  if (!declares(operation, 400)) {
    throw problem(
      422,
      "The request breaks the description",
      errors.map(({ message }) => message.replace(/\.?$/, ".")).join(" "),
    );
  }
  const isOfClients = operation.tags.includes("client-admin");
  throw isOfClients ? refusedWithError(400, clientSentence(errors)) : validationFailed(fieldErrors(errors));
}

/** An error in a request. */
interface RequestError extends Pick<Violation, "code" | "message"> {
  /** The part of the request, and the path in it: `["body", "name"]`. */
  readonly path: Violation["location"];
}

function requestError({ location, code, message }: Violation): RequestError {
  return { path: location.slice(1), code, message };
}

/** Finds texts that the database of the server cannot store, as Django REST framework does. Ignores undocumented fields. */
function unstorableTexts({ bodyFields }: BackendOperation, body: unknown): RequestError[] {
  if (typeof body !== "object" || body === null) return [];
  return Object.entries(body).flatMap(([name, value]) => {
    const message = typeof value === "string" && bodyFields.includes(name) ? unstorable(value) : undefined;
    return message === undefined ? [] : [{ path: ["body", name], code: "characters", message }];
  });
}

/** Says why a text cannot be stored; undefined when it can. */
export function unstorable(text: string): string | undefined {
  if (text.includes("\0")) return "Null characters are not allowed.";
  return text.isWellFormed() ? undefined : "Surrogate characters are not allowed.";
}

function fieldErrors(errors: RequestError[]): FieldErrors {
  // Without a prototype, for callers choose the names.
  const byField: FieldErrors = Object.create(null);
  for (const error of errors) {
    const { field, message } = describe(error);
    byField[field] = [...(byField[field] ?? []), message];
  }
  return byField;
}

function clientSentence([first]: RequestError[]): string {
  const { field, message } = describe(first as RequestError);
  if (field === NO_FIELD) return message;
  return message === REQUIRED ? `${field} is required` : `${field}: ${message}`;
}

function asValidationError(error: RequestError): ValidationError {
  const { place, field, message } = describe(error);
  const isMissing = message === REQUIRED;
  return {
    loc: field === NO_FIELD ? [place] : [place, field],
    msg: isMissing ? "Field required" : message,
    type: isMissing ? "missing" : String(error.code ?? "value_error"),
  };
}

const REQUIRED = "This field is required.";
const NO_FIELD = "non_field_errors";

/** Describes an error as Django REST framework does. */
function describe({ path, code, message }: RequestError): { place: string; field: string; message: string } {
  const [place = "body", ...fields] = path.map(String);
  const missing = code === "required" ? /required property '([^']+)'/.exec(message)?.[1] : undefined;
  return {
    place,
    field: [...fields, ...(missing ? [missing] : [])].join(".") || NO_FIELD,
    message: sentenceOf(code, message),
  };
}

function sentenceOf(code: RequestError["code"], message: string): string {
  const number = /\d+(?!.*\d)/.exec(message)?.[0];
  switch (code) {
    case "required":
      return message.includes("required property") ? REQUIRED : message;
    case "minLength":
      return `Ensure this field has at least ${number} characters.`;
    case "maxLength":
      return `Ensure this field has no more than ${number} characters.`;
    case "format":
      return message.includes('"email"') ? "Enter a valid email address." : message;
    case "type":
      if (message.endsWith("must be integer")) return "A valid integer is required.";
      return message.includes("must be string") ? "Not a valid string." : message;
    case "const":
      return "Send the one value that the description allows, or leave the field out.";
    default:
      return message;
  }
}

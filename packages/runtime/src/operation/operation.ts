import type { findSecrets } from "../redaction/find-secrets.ts";
import type { EncodedBody, MediaType } from "./bodies/encoded-body.ts";

/** A query, header or cookie parameter: its wire name, or details where they differ from the defaults. */
export type Parameter = string | ParameterDetails;

export interface ParameterDetails {
  /** The name in the request. */
  readonly name: string;
  /** The name in `params`. @default the wire name */
  readonly as?: string;
  /** @default "form" in query and cookie, "simple" in headers */
  readonly style?: "form" | "simple" | "spaceDelimited" | "pipeDelimited" | "deepObject";
  /** @default true for style "form", else false */
  readonly explode?: boolean;
  /** Does not encode `$ , / : ; = ? @`. Characters that would end the value are still encoded. */
  readonly allowReserved?: boolean;
  /** The parameter has content `application/json`. */
  readonly json?: boolean;
}

/** The parameters of a call, written as request target (RFC 9112, section 3.2) and headers. */
export interface Target {
  /** Path and query, without credentials. */
  readonly target: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Writes the parameters of an operation. @throws {UsageError} if a value cannot be sent */
export type BuildTarget = (operation: Operation, params: object) => Target;

/** Encodes `params.body`. @throws {UsageError} if it cannot be encoded */
export type WriteBody = (operation: Operation, params: object) => EncodedBody;

/** The context that a body is decoded in. */
export interface DecodeContext {
  readonly operation: Operation;
  /** Most bytes of a body that is read as text. */
  readonly maxResponseBytes: number;
  /** Returns the start of a text, at most `atMost` characters, with the secrets of the call replaced. */
  readonly redact: (text: string, atMost: number) => Promise<string>;
}

/**
 * Reads and decodes the body of a response. A success must have a format that the operation accepts; an error status may
 * have any body.
 *
 * @throws {DecodeError} if a success has another format, or is too long
 */
export type Decode = (response: Response, context: DecodeContext) => Promise<unknown>;

/** A generated operation as plain data, with the functions that only some operations need. */
export interface Operation {
  readonly id: string;
  /** In upper case. */
  readonly method: string;
  /** `/things/{id}`, with `{id*}`, `{.id}` and `{;id}` for the other styles; the names are those in `params`. */
  readonly path: string;
  readonly query?: readonly Parameter[];
  readonly header?: readonly Parameter[];
  readonly cookie?: readonly Parameter[];
  /** Writes the parameters, if there are others than texts, numbers and lists of them in the query. */
  readonly target?: BuildTarget;
  /** Encodes the body, if there is one. */
  readonly body?: WriteBody;
  /** Media types of a body that may be other than JSON. `params.contentType` chooses one; the default is the first. */
  readonly media?: readonly (string | MediaType)[];
  /** The `Accept` header, and the kinds of body that a success may have. @default "application/json" */
  readonly accept?: string;
  /** Decodes the body of a response, if it may be other than JSON. */
  readonly decode?: Decode;
  /** Alternatives: lists of schemes that are needed together; an empty list needs none. If absent, no credentials are sent. */
  readonly security?: readonly (readonly string[])[];
  /** Names of properties and parameters, in `params` and in bodies, whose values are secret at any depth. */
  readonly sensitive?: readonly string[];
  /** Finds the values of `sensitive` and hides them; absent if there are none. */
  readonly findSecrets?: typeof findSecrets;
  /** Ends the body of the response, if the caller reads it after the call. */
  readonly bodySignal?: AbortSignal;
  /** Returns redirects as responses, because the description documents a redirect status. */
  readonly redirect?: "manual";
}

import type { findSecrets } from "../redaction/find-secrets.ts";
import type { EncodedBody, MediaType } from "./bodies/encoded-body.ts";

/** A parameter of the query, a header or a cookie: its wire name alone, or with what differs from the defaults. */
export type Parameter = string | ParameterDetails;

export interface ParameterDetails {
  /** The name on the wire. */
  readonly name: string;
  /** The name in `params`. @default the wire name */
  readonly as?: string;
  /** @default "form" in query and cookie, "simple" in headers */
  readonly style?: "form" | "simple" | "spaceDelimited" | "pipeDelimited" | "deepObject";
  /** @default true for style "form", else false */
  readonly explode?: boolean;
  /** Leaves `$ , / : ; = ? @` as they are. Characters that would end the value stay encoded. */
  readonly allowReserved?: boolean;
  /** The parameter has content `application/json`. */
  readonly json?: boolean;
}

/** Where the parameters of a call go: into the request target (RFC 9112, section 3.2), and into headers. */
export interface Target {
  /** Path and query, without credentials. */
  readonly target: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Writes the parameters of an operation. @throws {UsageError} if one cannot be sent */
export type BuildTarget = (operation: Operation, params: object) => Target;

/** Writes `params.body`. @throws {UsageError} if it cannot be written so */
export type WriteBody = (operation: Operation, params: object) => EncodedBody;

/** What is known where a body is decoded. */
export interface DecodeContext {
  readonly operation: Operation;
  /** Most bytes of a body that is read as text. */
  readonly maxResponseBytes: number;
  /** Replaces the secrets of the call in the start of a text, of at most so many characters, that will be shown. */
  readonly redact: (text: string, atMost: number) => Promise<string>;
}

/**
 * Reads and decodes the body of a response. An error status keeps whatever came; a success must be what the operation
 * accepts.
 *
 * @throws {DecodeError} if a success is in another format, or too long
 */
export type Decode = (response: Response, context: DecodeContext) => Promise<unknown>;

/** A generated operation as plain data: all that {@link request} needs to know, and what only some operations need. */
export interface Operation {
  readonly id: string;
  /** In upper case. */
  readonly method: string;
  /** `/things/{id}`, with `{id*}`, `{.id}` and `{;id}` for the other styles; the names are those in `params`. */
  readonly path: string;
  readonly query?: readonly Parameter[];
  readonly header?: readonly Parameter[];
  readonly cookie?: readonly Parameter[];
  /** How parameters are written, where there are others than texts, numbers and lists of them in the query. */
  readonly target?: BuildTarget;
  /** How the body is written, if there is one. */
  readonly body?: WriteBody;
  /** Media types of a body that is not just JSON; of several, `params.contentType` chooses, or it is the first. */
  readonly media?: readonly (string | MediaType)[];
  /** The `Accept` header, and the kinds of body that a success may have. @default "application/json" */
  readonly accept?: string;
  /** How the body of a response is decoded, where it may be more than JSON. */
  readonly decode?: Decode;
  /** Alternatives, each a list of schemes needed together; an empty list is "none needed". Absent: credentials are never sent. */
  readonly security?: readonly (readonly string[])[];
  /** Names of properties and parameters, as they stand in `params` and in bodies, whose values are secret at any depth. */
  readonly sensitive?: readonly string[];
  /** Finds the values of `sensitive`, and brings what hides them; absent where there are none. */
  readonly findSecrets?: typeof findSecrets;
  /** Makes the signal for `fetch` of that of an attempt, where the response body is read after the call. */
  readonly fetchSignal?: (signal: AbortSignal) => AbortSignal;
  /** The description documents a redirect status: it is returned as it is. */
  readonly redirect?: "manual";
}

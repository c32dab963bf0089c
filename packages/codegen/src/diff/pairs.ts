import type { MediaType, Parameter, RequestBody, Response } from "../document/openapi.ts";
import type { Described, DescribedOperation, DescribedParameter, DescribedWebhook } from "./described.ts";
import type { Direction } from "./finding.ts";
import type { Matches, OperationMatches } from "./matching/operations.ts";
import type { NamedScheme, SchemeMatches } from "./matching/schemes.ts";
import type { Branch, Conjunction } from "./schema/branch.ts";

/** Both descriptions, and what in them belongs together. */
export interface DescriptionPair {
  readonly base: Described;
  readonly head: Described;
  readonly operations: OperationMatches;
  readonly schemes: SchemeMatches;
}

/** Where something belongs. */
interface Place {
  readonly all: DescriptionPair;
}

/** An operation in both. */
export interface OperationPair extends Place {
  readonly base: DescribedOperation;
  readonly head: DescribedOperation;
}

/** A security scheme in both. */
export interface SchemePair extends Place {
  readonly base: NamedScheme;
  readonly head: NamedScheme;
  readonly pointer: string;
}

/** The parameters of an operation. */
export interface ParametersPair extends Place {
  readonly matches: Matches<DescribedParameter>;
}

/** A parameter in both. */
export interface ParameterPair extends Place {
  readonly base: DescribedParameter;
  readonly head: DescribedParameter;
  readonly pointer: string;
}

/** A request body in both, or in one. */
export interface BodyPair extends Place {
  readonly base: RequestBody | undefined;
  readonly head: RequestBody | undefined;
  readonly pointer: string;
  readonly direction: Direction;
}

/** The responses of an operation, by status. */
export interface ResponsesPair extends Place {
  readonly base: ReadonlyMap<string, Response>;
  readonly head: ReadonlyMap<string, Response>;
}

/** A response in both. */
export interface ResponsePair extends Place {
  readonly status: string;
  readonly base: Response;
  readonly head: Response;
  readonly pointer: string;
}

/** The media types of a body in both. */
export interface ContentPair extends Place {
  readonly base: ReadonlyMap<string, MediaType>;
  readonly head: ReadonlyMap<string, MediaType>;
  readonly pointer: { readonly base: string; readonly head: string };
  readonly direction: Direction;
  /** Whether callers of a function send it; of a webhook's answer, nobody chooses the type by an argument. */
  readonly isArgument: boolean;
}

/** A schema in both. */
export interface SchemaPair extends Place {
  readonly base: Conjunction;
  readonly head: Conjunction;
  readonly pointer: string;
  readonly direction: Direction;
}

/** One of the ways to be valid, in both. */
export interface BranchPair extends SchemaPair {
  readonly branches: { readonly base: Branch; readonly head: Branch };
}

/** The webhooks of both. */
export interface WebhooksPair extends Place {
  readonly matches: Matches<DescribedWebhook>;
}

/** A webhook in both. */
export interface WebhookPair extends Place {
  readonly base: DescribedWebhook;
  readonly head: DescribedWebhook;
}

/** What comes beside the body of a webhook. */
export interface WebhookParametersPair extends Place {
  readonly matches: Matches<Parameter>;
}

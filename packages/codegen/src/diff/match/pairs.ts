import type { MediaType, Parameter, RequestBody, Response } from "../../document/openapi.ts";
import type { Direction } from "../rules/rule.ts";
import type { Branch, Conjunction } from "../schema/branch.ts";
import type { SideOperation, SideParameter, SideWebhook } from "../side.ts";
import type { Matches } from "./match-by-keys.ts";
import type { NamedSecurityScheme } from "./security-schemes.ts";
import type { Sides } from "./sides.ts";

/** What every pair belongs to. */
interface OfSides {
  readonly sides: Sides;
}

/** An operation in both. */
export interface OperationPair extends OfSides {
  readonly base: SideOperation;
  readonly head: SideOperation;
}

/** A security scheme in both. */
export interface SchemePair extends OfSides {
  readonly base: NamedSecurityScheme;
  readonly head: NamedSecurityScheme;
  readonly pointer: string;
}

/** The parameters of an operation. */
export interface ParametersPair extends OfSides {
  readonly matches: Matches<SideParameter>;
}

/** A parameter in both. */
export interface ParameterPair extends OfSides {
  readonly base: SideParameter;
  readonly head: SideParameter;
  readonly pointer: string;
}

/** A request body in both, or in one. */
export interface BodyPair extends OfSides {
  readonly base: RequestBody | undefined;
  readonly head: RequestBody | undefined;
  readonly pointer: string;
  readonly direction: Direction;
}

/** The responses of an operation, by status. */
export interface ResponsesPair extends OfSides {
  readonly base: ReadonlyMap<string, Response>;
  readonly head: ReadonlyMap<string, Response>;
}

/** A response in both. */
export interface ResponsePair extends OfSides {
  readonly status: string;
  readonly base: Response;
  readonly head: Response;
  readonly pointer: string;
}

/** The media types of a body in both. */
export interface ContentPair extends OfSides {
  readonly base: ReadonlyMap<string, MediaType>;
  readonly head: ReadonlyMap<string, MediaType>;
  readonly pointer: { readonly base: string; readonly head: string };
  readonly direction: Direction;
  /** Whether callers of a function send it; the response to a webhook has no such argument. */
  readonly isArgument: boolean;
}

/** A schema in both. */
export interface SchemaPair extends OfSides {
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
export interface WebhooksPair extends OfSides {
  readonly matches: Matches<SideWebhook>;
}

/** A webhook in both. */
export interface WebhookPair extends OfSides {
  readonly base: SideWebhook;
  readonly head: SideWebhook;
}

/** What comes beside the body of a webhook. */
export interface WebhookParametersPair extends OfSides {
  readonly matches: Matches<Parameter>;
}

/** The exported types of both, which `sides` has matched. */
export interface TypesPair extends OfSides {
  /** Component schemas that neither an operation nor a webhook leads to. */
  readonly unreferenced: { readonly base: ReadonlySet<string>; readonly head: ReadonlySet<string> };
}

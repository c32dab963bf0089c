import type { Parameter } from "../../document/openapi.ts";
import type { Media } from "../../model/media.ts";
import type { OperationModel } from "../../model/operation.ts";
import type { ParameterModel } from "../../model/parameters.ts";
import type { RequestBodyModel } from "../../model/request-body.ts";
import type { ResponseModel } from "../../model/responses.ts";
import type { SecuritySchemeModel } from "../../model/security.ts";
import type { WebhookModel } from "../../model/webhooks.ts";
import type { Direction } from "../rules/rule.ts";
import type { Branch, Conjunction } from "../schema/branch.ts";
import type { Matches } from "./match-by-keys.ts";
import type { Sides } from "./sides.ts";

/** The sides of a pair. */
interface OfSides {
  readonly sides: Sides;
}

/** An operation of both sides. */
export interface OperationPair extends OfSides {
  readonly base: OperationModel;
  readonly head: OperationModel;
}

/** A security scheme of both sides. */
export interface SchemePair extends OfSides {
  readonly base: SecuritySchemeModel;
  readonly head: SecuritySchemeModel;
  readonly pointer: string;
}

/** The parameters of an operation of both sides. */
export interface ParametersPair extends OfSides {
  readonly matches: Matches<ParameterModel>;
}

/** A parameter of both sides. */
export interface ParameterPair extends OfSides {
  readonly base: ParameterModel;
  readonly head: ParameterModel;
  readonly pointer: string;
}

/** A request body of both sides, or of one. */
export interface BodyPair extends OfSides {
  readonly base: RequestBodyModel | undefined;
  readonly head: RequestBodyModel | undefined;
  readonly pointer: string;
  readonly direction: Direction;
}

/** The responses of an operation of both sides, by status. */
export interface ResponsesPair extends OfSides {
  readonly base: ReadonlyMap<string, ResponseModel>;
  readonly head: ReadonlyMap<string, ResponseModel>;
}

/** A response of both sides. */
export interface ResponsePair extends OfSides {
  readonly status: string;
  readonly base: ResponseModel;
  readonly head: ResponseModel;
  readonly pointer: string;
}

/** The media types of a body of both sides. */
export interface ContentPair extends OfSides {
  readonly base: ReadonlyMap<string, Media>;
  readonly head: ReadonlyMap<string, Media>;
  readonly pointer: { readonly base: string; readonly head: string };
  readonly direction: Direction;
  /** Whether callers choose the media type by an argument; nobody does so in a response to a webhook. */
  readonly isArgument: boolean;
}

/** A schema of both sides. */
export interface SchemaPair extends OfSides {
  readonly base: Conjunction;
  readonly head: Conjunction;
  readonly pointer: string;
  readonly direction: Direction;
}

/** A branch of a schema of both sides. */
export interface BranchPair extends SchemaPair {
  readonly branches: { readonly base: Branch; readonly head: Branch };
}

/** The webhooks of both sides. */
export interface WebhooksPair extends OfSides {
  readonly matches: Matches<WebhookModel>;
}

/** A webhook of both sides. */
export interface WebhookPair extends OfSides {
  readonly base: WebhookModel;
  readonly head: WebhookModel;
}

/** The parameters of a webhook of both sides. */
export interface WebhookParametersPair extends OfSides {
  readonly matches: Matches<Parameter>;
}

/** The exported types of both sides, which `sides` has matched. */
export interface TypesPair extends OfSides {
  /** Component schemas that neither an operation nor a webhook leads to. */
  readonly unreferenced: { readonly base: ReadonlySet<string>; readonly head: ReadonlySet<string> };
}

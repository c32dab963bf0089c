import {
  dereference,
  type Method,
  type OpenApiDocument,
  type Operation,
  type Parameter,
  type Response,
} from "../document/openapi.ts";
import { type Media, mediaOf } from "./media.ts";

/** A header of a response. */
export interface HeaderModel {
  readonly name: string;
  readonly description: string;
  /** The node of the description, which is a parameter without `name` and `in`. */
  readonly node: Partial<Parameter>;
}

/** Whether a response is a success or a failure. */
export type Outcome = "Success" | "Failure";

/** A documented response. */
export interface ResponseModel {
  /** `"200"`, `"4XX"` or `"default"`. */
  readonly status: string;
  readonly description: string;
  readonly headers: readonly HeaderModel[];
  readonly media: readonly Media[];
  /** `default` documents failures. It also documents successes if no other response does. */
  readonly outcomes: readonly Outcome[];
  /** The node of the description. */
  readonly node: Response;
}

/** Statuses whose responses never have a body (RFC 9110, section 6.4.1). */
const EMPTY = new Set(["100", "101", "102", "103", "1XX", "204", "205", "304"]);

/** Models the responses of an operation or a webhook. */
export function modelResponses(document: OpenApiDocument, { responses = {} }: Operation): ResponseModel[] {
  const documented = Object.entries(responses).filter(([status]) => !status.startsWith("x-"));
  const hasSuccess = documented.some(([status]) => isSuccess(status));
  return documented.map(([status, given]) => {
    const node = dereference<Response>(document, given) ?? {};
    return {
      status,
      description: String(node.description ?? ""),
      headers: modelHeaders(document, node),
      media: mediaOf(document, node.content, ["responses", status, "content"]),
      outcomes: outcomesOf(status, hasSuccess),
      node,
    };
  });
}

function modelHeaders(document: OpenApiDocument, { headers = {} }: Response): HeaderModel[] {
  return Object.entries(headers).map(([name, given]) => {
    const node = dereference<Partial<Parameter>>(document, given as object) ?? {};
    return { name, description: typeof node.description === "string" ? node.description : "", node };
  });
}

/** Whether a response can have a body. */
export function hasBody(method: Method, status: string): boolean {
  return method !== "head" && !EMPTY.has(status);
}

/** Returns the media types of all successes. */
export function successMedia(responses: readonly ResponseModel[]): Media[] {
  return responses.filter(({ outcomes }) => outcomes.includes("Success")).flatMap(({ media }) => media);
}

const JSON_TYPE = "application/json";

/** Returns the `Accept` header. `*\/*` with a low weight prevents a 406 response from strict servers. */
export function acceptHeader(media: readonly Media[]): string {
  const types = [...new Set(media.map(({ type }) => type))];
  if (types.every((type) => type === JSON_TYPE)) return JSON_TYPE;
  return types.includes("*/*") ? types.join(", ") : `${types.join(", ")}, */*;q=0.1`;
}

function isSuccess(status: string): boolean {
  return status.startsWith("2");
}

function outcomesOf(status: string, hasSuccess: boolean): readonly Outcome[] {
  if (status !== "default") return [isSuccess(status) ? "Success" : "Failure"];
  return hasSuccess ? ["Failure"] : ["Success", "Failure"];
}

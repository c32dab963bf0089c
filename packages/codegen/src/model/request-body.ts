import { dereference, type OpenApiDocument, type Operation, type RequestBody } from "../document/openapi.ts";
import { type Media, mediaOf } from "./media.ts";

/** The request body of an operation or a webhook. */
export interface RequestBodyModel {
  readonly required: boolean;
  readonly description: string | undefined;
  /** Media types, at least one. */
  readonly media: readonly Media[];
  /** The node of the description. */
  readonly node: RequestBody;
}

/** Models the body of an operation or a webhook. Returns undefined if it has no media type. */
export function modelRequestBody(document: OpenApiDocument, { requestBody }: Operation): RequestBodyModel | undefined {
  const node = dereference<RequestBody>(document, requestBody);
  const media = mediaOf(document, node?.content, ["requestBody", "content"]);
  if (!node || media.length === 0) return undefined;
  return { required: node.required === true, description: node.description, media, node };
}

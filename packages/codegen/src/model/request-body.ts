import { dereference, type OpenApiDocument, type Operation, type RequestBody } from "../document/openapi.ts";
import { type Media, mediaOf } from "./media.ts";

/** What an operation takes as its body. */
export interface RequestBodyModel {
  readonly required: boolean;
  readonly description: string | undefined;
  /** At least one. */
  readonly media: readonly Media[];
  /** As the description has it. */
  readonly node: RequestBody;
}

/** Gathers the body of an operation or a webhook. A body without a media type is none. */
export function modelRequestBody(document: OpenApiDocument, { requestBody }: Operation): RequestBodyModel | undefined {
  const node = dereference<RequestBody>(document, requestBody);
  const media = mediaOf(document, node?.content, ["requestBody", "content"]);
  if (!node || media.length === 0) return undefined;
  return { required: node.required === true, description: node.description, media, node };
}

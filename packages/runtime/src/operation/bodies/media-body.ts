import type { Operation } from "../operation.ts";
import { own } from "../values.ts";
import type { EncodedBody, MediaType } from "./encoded-body.ts";

/** Encodes `params.body` in the media type of the operation, or in the one that `params.contentType` chooses. */
export function mediaBody({ media = [] }: Operation, params: object): EncodedBody {
  const value = own(params, "body");
  const chosen = media.find((one) => typeOf(one) === own(params, "contentType")) ?? media[0];
  if (!chosen || value === undefined) return [];
  return typeof chosen === "string" ? [JSON.stringify(value), chosen] : chosen.encode(value, chosen.type);
}

function typeOf(media: string | MediaType): string {
  return typeof media === "object" ? media.type : media;
}

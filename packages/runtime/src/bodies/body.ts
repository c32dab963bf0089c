import type { Operation } from "../operation.ts";
import { own } from "../values.ts";

/** What is sent, and the content type; that is absent where `fetch` knows it better, as with boundaries. */
export type EncodedBody = readonly [body?: unknown, contentType?: string];

/** Writes a value in a media type. @throws UsageError if it cannot be written so */
export type EncodeBody = (value: unknown, type: string) => EncodedBody;

/** A media type that is not JSON. Operations carry how it is written, so that bundles of others go without. */
export interface BodyType {
  readonly type: string;
  readonly encode: EncodeBody;
}

/** `params.body` in the media type of the operation, or in the one of several that `params.contentType` names. */
export function buildBody({ body: types }: Operation, params: object): EncodedBody {
  if (!types) return [];
  const value = own(params, "body");
  const all = [types].flat();
  const chosen = all.find((one) => typeOf(one) === own(params, "contentType")) ?? all[0];
  if (!chosen || value === undefined) return [];
  return typeof chosen === "string" ? [JSON.stringify(value), chosen] : chosen.encode(value, chosen.type);
}

function typeOf(body: string | BodyType | undefined): string | undefined {
  return typeof body === "object" ? body.type : body;
}

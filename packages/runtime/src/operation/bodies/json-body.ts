import type { Operation } from "../operation.ts";
import { own } from "../values.ts";
import type { EncodedBody } from "./encoded-body.ts";

/** Encodes `params.body` as JSON. */
export function jsonBody(_: Operation, params: object): EncodedBody {
  const value = own(params, "body");
  return value === undefined ? [] : [JSON.stringify(value), "application/json"];
}

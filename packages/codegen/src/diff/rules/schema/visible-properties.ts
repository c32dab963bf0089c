import type { Branch, Property } from "../../schema/branch.ts";
import type { Schemas } from "../../schema/schemas.ts";
import type { Direction } from "../rule.ts";

/** The properties of requests or of responses: without `readOnly` ones, or without `writeOnly` ones. */
export function visibleProperties(branch: Branch, schemas: Schemas, direction: Direction): Map<string, Property> {
  const hidden = direction === "request" ? "readOnly" : "writeOnly";
  return new Map([...branch.properties].filter(([, one]) => schemas.annotation(one.schemas, hidden) !== true));
}

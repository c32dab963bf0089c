import { bodies } from "./bodies.ts";
import type { Case } from "./case.ts";
import { operations } from "./operations.ts";
import { parameters } from "./parameters.ts";
import { responses } from "./responses.ts";
import { schemas } from "./schemas.ts";
import { security } from "./security.ts";
import { types } from "./types.ts";
import { webhooks } from "./webhooks.ts";

export type { Case } from "./case.ts";

/** Every kind of change, by the part of the description that it is in. */
export const CASES: Readonly<Record<string, readonly Case[]>> = {
  schemas,
  parameters,
  bodies,
  responses,
  operations,
  security,
  webhooks,
  types,
};

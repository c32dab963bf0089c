import type { Parameter } from "../../document/openapi.ts";
import type { Side, SideWebhook } from "../side.ts";
import { type Matches, matchByKeys } from "./match-by-keys.ts";
import { parameterKey } from "./parameters.ts";

/** Matches webhooks of the same name and method. */
export function matchWebhooks(base: Side, head: Side): Matches<SideWebhook> {
  return matchByKeys(base.webhooks, head.webhooks, [({ pointer }) => pointer]);
}

/** Matches what webhooks send beside the body, by place and name. */
export function matchWebhookParameters(base: SideWebhook, head: SideWebhook): Matches<Parameter> {
  return matchByKeys(base.parameters, head.parameters, [parameterKey]);
}

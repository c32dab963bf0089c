import type { Parameter } from "../../document/openapi.ts";
import type { WebhookModel } from "../../model/webhooks.ts";
import type { Side } from "../side.ts";
import { type Matches, matchByKeys } from "./match-by-keys.ts";
import { parameterKey } from "./parameters.ts";

/** Matches webhooks of the same name and method. */
export function matchWebhooks(base: Side, head: Side): Matches<WebhookModel> {
  return matchByKeys(base.model.webhooks, head.model.webhooks, [({ pointer }) => pointer]);
}

/** Matches the parameters of webhooks by location and name. */
export function matchWebhookParameters(base: WebhookModel, head: WebhookModel): Matches<Parameter> {
  return matchByKeys(base.parameters, head.parameters, [parameterKey]);
}

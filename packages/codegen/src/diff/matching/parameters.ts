import type { Parameter } from "../../document/openapi.ts";
import type { DescribedOperation, DescribedParameter, DescribedWebhook } from "../described.ts";
import { type Matches, matchInTurn } from "./operations.ts";

/** Parameters of the same name; of the others, those at the same position of the path. Headers are named in any case. */
export function matchParameters(base: DescribedOperation, head: DescribedOperation): Matches<DescribedParameter> {
  const positions = new Map([...positionsOf(base), ...positionsOf(head)]);
  return matchInTurn(base.parameters, head.parameters, [keyOf, (one) => positions.get(one), ({ name }) => name]);
}

/** Where in the path a parameter stands; only paths of the same form can be compared. */
function positionsOf({ parameters, model }: DescribedOperation): [DescribedParameter, string][] {
  const form = model.path.replace(/\{[^{}]*\}/g, "{}");
  const names = Array.from(model.path.matchAll(/\{([^{}]+)\}/g), ([, name]) => name ?? "");
  return parameters.flatMap((parameter): [DescribedParameter, string][] => {
    const position = parameter.in === "path" ? names.indexOf(parameter.name) : -1;
    return position < 0 ? [] : [[parameter, `${form} ${position}`]];
  });
}

/** What comes beside the bodies of webhooks, by place and name. */
export function matchWebhookParameters(base: DescribedWebhook, head: DescribedWebhook): Matches<Parameter> {
  return matchInTurn(base.parameters, head.parameters, [keyOf]);
}

function keyOf({ in: place, name }: Parameter): string {
  return `${place} ${place === "header" ? String(name).toLowerCase() : name}`;
}

import type { SchemePair } from "../../match/pairs.ts";
import { inBackticks } from "../../report/quote.ts";
import { stableJson } from "../../schema/stable-json.ts";
import { defineRule, type Rule } from "../rule.ts";
import { credentialName } from "./credential-name.ts";

export const schemeTextChanged: Rule<SchemePair> = defineRule(
  {
    id: "scheme-text-changed",
    noun: "security scheme",
    checks: "The description, token format, scopes or addresses of a security scheme changed.",
    levels: { both: { documentation: "The client does not use them." } },
  },
  ({ base, head, pointer }) => {
    if (textOf(base.node) === textOf(head.node)) return [];
    const message = (): string => `The credential ${inBackticks(credentialName(head))} is documented differently`;
    return [{ level: "documentation", pointer, message }];
  },
);

function textOf(scheme: object): string {
  const { description, bearerFormat, flows, openIdConnectUrl } = scheme as Record<string, unknown>;
  return stableJson([String(description ?? "").trim(), bearerFormat, flows, openIdConnectUrl]);
}

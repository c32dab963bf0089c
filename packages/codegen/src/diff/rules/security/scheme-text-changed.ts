import { defineRule, type Rule } from "../../finding.ts";
import type { SchemePair } from "../../pairs.ts";
import { stable } from "../../schema/stable.ts";
import { quote } from "../quote.ts";
import { credentialName } from "./credential-name.ts";

/** What is said about a security scheme, its addresses and scopes among it: the client does not use them. */
export const schemeTextChanged: Rule<SchemePair> = defineRule("scheme-text-changed", ({ base, head, pointer }) => {
  if (textOf(base.node) === textOf(head.node)) return [];
  const say = (): string => `The credential ${quote(credentialName(head.name, head.node))} is described in other words`;
  return [{ level: "documentation", pointer, say }];
});

function textOf(scheme: object): string {
  const { description, bearerFormat, flows, openIdConnectUrl } = scheme as Record<string, unknown>;
  return stable([String(description ?? "").trim(), bearerFormat, flows, openIdConnectUrl]);
}

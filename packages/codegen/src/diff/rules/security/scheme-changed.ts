import { defineRule, type Rule } from "../../finding.ts";
import { wireOf } from "../../matching/schemes.ts";
import type { SchemePair } from "../../pairs.ts";
import { quote } from "../quote.ts";
import { credentialName } from "./credential-name.ts";

/** A credential that is sent in another way. */
export const schemeChanged: Rule<SchemePair> = defineRule("scheme-changed", ({ base, head, pointer }) => {
  const [before, after] = [wireOf(base.node), wireOf(head.node)];
  if (before === after) return [];
  const say = (): string => `The credential ${quote(credentialName(head.name, head.node))} is sent in another way`;
  return [{ level: "breaking", pointer, before: JSON.parse(before), after: JSON.parse(after), say }];
});

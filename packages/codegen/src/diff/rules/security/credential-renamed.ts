import { defineRule, type Rule } from "../../finding.ts";
import type { SchemePair } from "../../pairs.ts";
import { quote } from "../quote.ts";
import { credentialName } from "./credential-name.ts";

/** A credential whose function has another name, after the scheme or its `x-sdk-name`. */
export const credentialRenamed: Rule<SchemePair> = defineRule("credential-renamed", ({ base, head, pointer }) => {
  const [before, after] = [credentialName(base.name, base.node), credentialName(head.name, head.node)];
  if (before === after) return [];
  const say = (): string => `The credential ${quote(before)} is now ${quote(after)}`;
  return [{ level: "breaking", pointer, before, after, say, shows: { what: "credential", before, after } }];
});

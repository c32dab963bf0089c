import type { SchemePair } from "../../match/pairs.ts";
import { wireOf } from "../../match/security-schemes.ts";
import { inBackticks } from "../../report/quote.ts";
import { defineRule, type Rule } from "../rule.ts";
import { credentialName } from "./credential-name.ts";

export const schemeChanged: Rule<SchemePair> = defineRule(
  {
    id: "scheme-changed",
    noun: "security scheme",
    checks: "The way that a security scheme is sent changed.",
    levels: { both: { breaking: "Programs that are not updated send it as before." } },
  },
  ({ base, head, pointer }) => {
    const [before, after] = [wireOf(base.node), wireOf(head.node)];
    if (before === after) return [];
    const message = (): string => `The credential ${inBackticks(credentialName(head))} is sent differently`;
    return [{ level: "breaking", pointer, before: JSON.parse(before), after: JSON.parse(after), message }];
  },
);

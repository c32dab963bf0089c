import type { SchemePair } from "../../match/pairs.ts";
import { inBackticks } from "../../report/quote.ts";
import { defineRule, type Rule } from "../rule.ts";
import { credentialName } from "./credential-name.ts";

export const credentialRenamed: Rule<SchemePair> = defineRule(
  {
    id: "credential-renamed",
    noun: "security scheme",
    checks: "The function that makes a credential has a new name, after its scheme or `x-sdk-name`.",
    levels: { both: { breaking: "Calls of the old function no longer compile." } },
  },
  ({ base, head, pointer }) => {
    const [before, after] = [credentialName(base), credentialName(head)];
    if (before === after) return [];
    const message = (): string => `The credential ${inBackticks(before)} is now ${inBackticks(after)}`;
    return [{ level: "breaking", pointer, before, after, message, migration: { what: "credential", before, after } }];
  },
);

import type { Sides } from "../../match/sides.ts";
import { quote } from "../../report/quote.ts";
import { defineRule, type Rule } from "../rule.ts";
import { credentialName } from "./credential-name.ts";

export const schemeRemoved: Rule<Sides> = defineRule(
  {
    id: "scheme-removed",
    noun: "security scheme",
    checks: "A security scheme was removed.",
    levels: { both: { breaking: "The client no longer has its credential." } },
  },
  ({ schemes }) =>
    schemes.removed.map(({ name, node }) => ({
      level: "breaking",
      pointer: `#/components/securitySchemes/${name}`,
      before: name,
      message: () => `The credential ${quote(credentialName(name, node))} was removed`,
      migration: { what: "credential", before: credentialName(name, node) },
    })),
);

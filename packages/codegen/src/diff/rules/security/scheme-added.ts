import type { Sides } from "../../match/sides.ts";
import { inBackticks } from "../../report/quote.ts";
import { defineRule, type Rule } from "../rule.ts";
import { credentialName } from "./credential-name.ts";

export const schemeAdded: Rule<Sides> = defineRule(
  {
    id: "scheme-added",
    noun: "security scheme",
    checks: "A security scheme was added.",
    levels: { both: { feature: "The client has a new credential." } },
  },
  ({ schemes }) =>
    schemes.added.map((scheme) => ({
      level: "feature",
      pointer: `#/components/securitySchemes/${scheme.name}`,
      after: scheme.name,
      message: () => `There is a new credential ${inBackticks(credentialName(scheme))}`,
    })),
);

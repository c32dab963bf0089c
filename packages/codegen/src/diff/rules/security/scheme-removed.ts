import type { Sides } from "../../match/sides.ts";
import { inBackticks } from "../../report/quote.ts";
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
    schemes.removed.map((scheme) => ({
      level: "breaking",
      pointer: `#/components/securitySchemes/${scheme.name}`,
      before: scheme.name,
      message: () => `The credential ${inBackticks(credentialName(scheme))} was removed`,
      migration: { what: "credential", before: credentialName(scheme) },
    })),
);

import { defineRule, type Rule } from "../../finding.ts";
import type { DescriptionPair } from "../../pairs.ts";
import { quote } from "../quote.ts";
import { credentialName } from "./credential-name.ts";

/** A security scheme that is gone, and its credential with it. */
export const schemeRemoved: Rule<DescriptionPair> = defineRule("scheme-removed", ({ schemes }) =>
  schemes.removed.map(({ name, node }) => ({
    level: "breaking",
    pointer: `#/components/securitySchemes/${name}`,
    before: name,
    say: () => `The credential ${quote(credentialName(name, node))} is gone`,
    shows: { what: "credential", before: credentialName(name, node) },
  })),
);

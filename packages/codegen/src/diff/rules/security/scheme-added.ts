import { defineRule, type Rule } from "../../finding.ts";
import type { DescriptionPair } from "../../pairs.ts";
import { quote } from "../quote.ts";
import { credentialName } from "./credential-name.ts";

/** A new security scheme: a new credential. */
export const schemeAdded: Rule<DescriptionPair> = defineRule("scheme-added", ({ schemes }) =>
  schemes.added.map(({ name, node }) => ({
    level: "feature",
    pointer: `#/components/securitySchemes/${name}`,
    after: name,
    say: () => `There is a new credential ${quote(credentialName(name, node))}`,
  })),
);

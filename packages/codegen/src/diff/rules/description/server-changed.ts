import { defaultBaseUrl } from "../../../model/servers.ts";
import { defineRule, type Rule } from "../../finding.ts";
import type { DescriptionPair } from "../../pairs.ts";
import { quoteValue } from "../quote.ts";

/**
 * The address that a client has when none is given. A moved server is no other interface, but without an address every
 * client must be given a `baseUrl`.
 */
export const serverChanged: Rule<DescriptionPair> = defineRule("server-changed", ({ base, head }) => {
  const [before, after] = [defaultBaseUrl(base.document), defaultBaseUrl(head.document)];
  if (before === after) return [];
  const say = (): string => `The address without a \`baseUrl\` is ${quoteValue(after)}; it was ${quoteValue(before)}`;
  const level = after === undefined ? "breaking" : before === undefined ? "feature" : "fix";
  const pointer = Array.isArray(head.document.servers) ? "#/servers" : "#";
  return [{ level, pointer, before, after, say }];
});

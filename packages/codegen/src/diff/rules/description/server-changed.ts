import type { Described } from "../../described.ts";
import { defineRule, type Rule } from "../../finding.ts";
import type { DescriptionPair } from "../../pairs.ts";
import { quoteValue } from "../quote.ts";

/** The address that a client has when none is given. No type changes by it, and a moved server is no other interface. */
export const serverChanged: Rule<DescriptionPair> = defineRule("server-changed", ({ base, head }) => {
  const [before, after] = [addressOf(base), addressOf(head)];
  if (before === after) return [];
  const say = (): string => `The address without a \`baseUrl\` is ${quoteValue(after)}; it was ${quoteValue(before)}`;
  return [{ level: "fix", pointer: "#/servers/0/url", before, after, say }];
});

function addressOf({ document }: Described): string | undefined {
  const [server] = Array.isArray(document.servers) ? document.servers : [];
  const variables = server?.variables ?? {};
  return server?.url?.replace(/\{([^{}]+)\}/g, (whole, name: string) => variables[name]?.default ?? whole);
}

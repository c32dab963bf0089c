import type { SecurityRequirement } from "../../../document/openapi.ts";
import { defineRule, type Finding, type Rule } from "../../finding.ts";
import type { DescriptionPair, OperationPair } from "../../pairs.ts";
import { stable } from "../../schema/stable.ts";
import { enumerate, quote } from "../quote.ts";
import { credentialName } from "../security/credential-name.ts";

/** One way to be allowed: schemes that are needed together, with their scopes. */
type Alternative = ReadonlyMap<string, ReadonlySet<string>>;

/** Other credentials than before. A way that served breaks when no way of the head is content with as much. */
export const securityChanged: Rule<OperationPair> = defineRule("security-changed", ({ all, base, head }) => {
  const before = alternativesOf(base, (name) => name);
  const after = alternativesOf(head, all.schemes.baseName);
  const refused = before.filter((one) => !after.some((other) => isContent(other, one)));
  const offered = after.filter((one) => !before.some((other) => isContent(other, one)));
  const list = (alternatives: readonly Alternative[]): string => listOf(alternatives, all);
  const change = {
    pointer: pointerOf(all, head),
    before: before.map((one) => textOf(one, all)),
    after: after.map((one) => textOf(one, all)),
  };
  if (refused.length > 0) {
    const say: Finding["say"] = (_it, { name, verb }) => {
      if (refused.some(({ size }) => size === 0)) return `${name} now ${verb("needs", "need")} ${list(after)}`;
      const instead = verb("it accepts", "they accept");
      return `${name} no longer ${verb("accepts", "accept")} ${list(refused)}; ${instead} ${list(after)}`;
    };
    const names = { before: before.map(namesOf), after: alternativesOf(head, (name) => name).map(namesOf) };
    return [{ level: "breaking", ...change, say, shows: { what: "credentials", ...names } }];
  }
  if (offered.length === 0) {
    // Allowed without, so that nothing breaks; but what programs give is no longer sent.
    const kept = new Set(after.map(keyOf));
    const dropped = before.filter((one) => !kept.has(keyOf(one)));
    if (dropped.length === 0) return [];
    const say: Finding["say"] = (_it, { name, verb }) => `${name} no longer ${verb("sends", "send")} ${list(dropped)}`;
    return [{ level: "fix", ...change, say }];
  }
  const say: Finding["say"] = (_it, { name, verb }) => {
    if (offered.some(({ size }) => size === 0)) return `${name} ${verb("needs", "need")} no credential any more`;
    return `${name} also ${verb("accepts", "accept")} ${list(offered)}`;
  };
  return [{ level: "feature", ...change, say }];
});

/** Where the requirements stand: at the operation, or for the whole. */
function pointerOf({ head }: DescriptionPair, { node, pointer }: OperationPair["head"]): string {
  const [first] = node.security ?? [];
  return first ? head.pointerOf(first).replace(/\/\d+$/, "") : pointer;
}

/** Without any, nothing is needed. */
function alternativesOf({ node }: OperationPair["base"], nameOf: (name: string) => string): Alternative[] {
  const given = Array.isArray(node.security) ? node.security : [];
  const alternatives = given.map((requirement: SecurityRequirement): Alternative => {
    const entries = Object.entries(requirement);
    return new Map(entries.map(([name, scopes]) => [nameOf(name), new Set(Array.isArray(scopes) ? scopes : [])]));
  });
  return alternatives.length > 0 ? alternatives : [new Map()];
}

/** Whether who has the credentials of `given` is allowed by `asked`. */
function isContent(asked: Alternative, given: Alternative): boolean {
  return [...asked].every(([name, scopes]) => {
    const held = given.get(name);
    return held !== undefined && [...scopes].every((scope) => held.has(scope));
  });
}

/** The same for the same credentials, in whatever order. */
function keyOf(alternative: Alternative): string {
  return stable([...alternative].map(([name, scopes]) => [name, [...scopes].sort()]).sort());
}

function namesOf(alternative: Alternative): string[] {
  return [...alternative.keys()];
}

function textOf(alternative: Alternative, all: DescriptionPair): string {
  const texts = [...alternative].map(([name, scopes]) => {
    const credential = credentialOf(name, all);
    return scopes.size > 0 ? `${credential} (${[...scopes].sort().join(", ")})` : credential;
  });
  return texts.length > 0 ? texts.join(" with ") : "no credential";
}

/** The credential's function, of a scheme by its name in the base, or in the head where it is new. */
function credentialOf(name: string, { schemes }: DescriptionPair): string {
  const pair = schemes.pairs.find(({ base }) => base.name === name);
  const scheme = pair?.head ?? [...schemes.removed, ...schemes.added].find((one) => one.name === name);
  return credentialName(pair?.head.name ?? name, scheme?.node ?? {});
}

function listOf(alternatives: readonly Alternative[], all: DescriptionPair): string {
  const texts = alternatives.map((one) => (one.size > 0 ? quote(textOf(one, all)) : "no credential"));
  return enumerate(texts).replace(/ and (?=[^,]*$)/, " or ");
}

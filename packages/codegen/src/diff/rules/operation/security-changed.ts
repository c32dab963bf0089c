import type { SecurityRequirement } from "../../../document/openapi.ts";
import { camelCase } from "../../../names/names.ts";
import type { OperationPair } from "../../match/pairs.ts";
import type { Sides } from "../../match/sides.ts";
import { enumerate, inBackticks } from "../../report/quote.ts";
import { stableJson } from "../../schema/stable-json.ts";
import { type Difference, defineRule, type Rule } from "../rule.ts";
import { credentialName } from "../security/credential-name.ts";

/** One way to authenticate: schemes that are needed together, with their scopes. */
type Alternative = ReadonlyMap<string, ReadonlySet<string>>;

export const securityChanged: Rule<OperationPair> = defineRule(
  {
    id: "security-changed",
    noun: "operation",
    checks: "The security requirements of an operation changed.",
    levels: {
      both: {
        breaking: "Credentials that were sufficient no longer are.",
        feature: "Other credentials, or none, are sufficient, too.",
        fix: "The credentials that were sufficient still are, but one that was optional is no longer sent.",
      },
    },
  },
  ({ sides, base, head }) => {
    const before = alternativesOf(base, (name) => name);
    const after = alternativesOf(head, sides.schemes.baseName);
    const refused = before.filter((one) => !after.some((other) => isContent(other, one)));
    const offered = after.filter((one) => !before.some((other) => isContent(other, one)));
    const list = (alternatives: readonly Alternative[]): string => listOf(alternatives, sides);
    const change = {
      pointer: pointerOf(sides, head),
      before: before.map((one) => textOf(one, sides)),
      after: after.map((one) => textOf(one, sides)),
    };
    if (refused.length > 0) {
      const message: Difference["message"] = (_value, { name, verb }) => {
        if (refused.some(({ size }) => size === 0)) return `${name} now ${verb("needs", "need")} ${list(after)}`;
        const instead = verb("it accepts", "they accept");
        return `${name} no longer ${verb("accepts", "accept")} ${list(refused)}; ${instead} ${list(after)}`;
      };
      const names = { before: before.map(namesOf), after: alternativesOf(head, (name) => name).map(namesOf) };
      return [{ level: "breaking", ...change, message, migration: { what: "credentials", ...names } }];
    }
    if (offered.length === 0) {
      // Nothing breaks without them, but credentials that programs give are no longer sent.
      const kept = new Set(after.map(keyOf));
      const dropped = before.filter((one) => !kept.has(keyOf(one)));
      if (dropped.length === 0) return [];
      const message: Difference["message"] = (_value, { name, verb }) =>
        `${name} no longer ${verb("sends", "send")} ${list(dropped)}`;
      return [{ level: "fix", ...change, message }];
    }
    const message: Difference["message"] = (_value, { name, verb }) => {
      if (offered.some(({ size }) => size === 0)) return `${name} no longer ${verb("needs", "need")} a credential`;
      return `${name} also ${verb("accepts", "accept")} ${list(offered)}`;
    };
    return [{ level: "feature", ...change, message }];
  },
);

/** JSON pointer to the requirements: those of the operation, or of the whole description. */
function pointerOf({ head }: Sides, { node, pointer }: OperationPair["head"]): string {
  const [first] = node.security ?? [];
  return first ? head.pointerOf(first).replace(/\/\d+$/, "") : pointer;
}

/** The alternatives of an operation; without requirements, a single one that needs nothing. */
function alternativesOf({ node }: OperationPair["base"], nameOf: (name: string) => string): Alternative[] {
  const given = Array.isArray(node.security) ? node.security : [];
  const alternatives = given.map((requirement: SecurityRequirement): Alternative => {
    const entries = Object.entries(requirement);
    return new Map(entries.map(([name, scopes]) => [nameOf(name), new Set(Array.isArray(scopes) ? scopes : [])]));
  });
  return alternatives.length > 0 ? alternatives : [new Map()];
}

/** Whether the credentials of `given` satisfy `asked`. */
function isContent(asked: Alternative, given: Alternative): boolean {
  return [...asked].every(([name, scopes]) => {
    const held = given.get(name);
    return held !== undefined && [...scopes].every((scope) => held.has(scope));
  });
}

/** Equal for the same credentials, in any order. */
function keyOf(alternative: Alternative): string {
  return stableJson([...alternative].map(([name, scopes]) => [name, [...scopes].sort()]).sort());
}

function namesOf(alternative: Alternative): string[] {
  return [...alternative.keys()];
}

function textOf(alternative: Alternative, sides: Sides): string {
  const texts = [...alternative].map(([name, scopes]) => {
    const credential = credentialOf(name, sides);
    return scopes.size > 0 ? `${credential} (${[...scopes].sort().join(", ")})` : credential;
  });
  return texts.length > 0 ? texts.join(" with ") : "no credential";
}

/** The function of a credential, by the name of its scheme in the base, or in the head if it is new. */
function credentialOf(name: string, { schemes }: Sides): string {
  const pair = schemes.pairs.find(({ base }) => base.name === name);
  const scheme = pair?.head ?? [...schemes.removed, ...schemes.added].find((one) => one.name === name);
  return scheme ? credentialName(scheme) : camelCase(name);
}

function listOf(alternatives: readonly Alternative[], sides: Sides): string {
  const texts = alternatives.map((one) => (one.size > 0 ? inBackticks(textOf(one, sides)) : "no credential"));
  return enumerate(texts).replace(/ and (?=[^,]*$)/, " or ");
}

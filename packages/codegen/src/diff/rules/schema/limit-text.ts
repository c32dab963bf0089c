import { inBackticks } from "../../report/quote.ts";

/** A limit by its keyword. */
export interface Limit {
  readonly keyword: string;
  readonly value: unknown;
}

/** A limit in words: the verb as an infinitive, the same in a statement, and the rest. */
type Words = readonly [infinitive: string, statement: string, rest: string];

const be = (rest: string): Words => ["be", "is now", rest];
const have = (rest: string): Words => ["have", "now has", rest];

function count(value: string, singular: string, plural = `${singular}s`): string {
  return `${value} ${value === "1" ? singular : plural}`;
}

const WORDS: Readonly<Record<string, (value: string) => Words>> = {
  minLength: (value) => have(`at least ${count(value, "character")}`),
  maxLength: (value) => have(`at most ${count(value, "character")}`),
  minItems: (value) => have(`at least ${count(value, "item")}`),
  maxItems: (value) => have(`at most ${count(value, "item")}`),
  minProperties: (value) => have(`at least ${count(value, "field")}`),
  maxProperties: (value) => have(`at most ${count(value, "field")}`),
  minimum: (value) => be(`at least ${value}`),
  maximum: (value) => be(`at most ${value}`),
  exclusiveMinimum: (value) => be(`greater than ${value}`),
  exclusiveMaximum: (value) => be(`less than ${value}`),
  multipleOf: (value) => be(`a multiple of ${value}`),
  uniqueItems: () => have("no duplicate items"),
  pattern: (value) => ["match", "now matches", inBackticks(value)],
  contentEncoding: (value) => be(`encoded as ${inBackticks(value)}`),
  contentMediaType: (value) => ["contain", "now contains", inBackticks(value)],
};

/** Words a limit: `have at least 3 characters`, `now has at least 3 characters`, or `at least 3 characters`. */
export function limitText(limit: Limit | undefined, form: "infinitive" | "statement" | "bare" = "infinitive"): string {
  const { keyword = "", value } = limit ?? {};
  const text = [value].flat().map(String).join(" and ");
  const [infinitive, statement, rest] = WORDS[keyword]?.(text) ?? [
    "have",
    "now has",
    `the ${keyword} ${inBackticks(text)}`,
  ];
  if (form === "bare") return rest;
  return `${form === "infinitive" ? infinitive : statement} ${rest}`;
}

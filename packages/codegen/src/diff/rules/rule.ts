import type { ChangeLevel } from "../change.ts";

/** Which way a value goes: what callers send, or what they get. Callers get the body of a webhook, too. */
export type Direction = "request" | "response";

/** The part of a description that a rule looks at. */
export type RuleNoun =
  | "description"
  | "operation"
  | "parameter"
  | "body"
  | "response"
  | "schema"
  | "security scheme"
  | "tag"
  | "type"
  | "webhook";

/** The levels that a rule reports, each with the reason for it. */
export type LevelReasons = Readonly<Partial<Record<ChangeLevel, string>>>;

/** Documentation of a rule, for the page of rules. */
export interface RuleData {
  /** In kebab-case; the name of its file. */
  readonly id: string;
  readonly noun: RuleNoun;
  /** The difference that it looks for, in a sentence. */
  readonly checks: string;
  /** By the direction of the value, or for both where the direction makes no difference. */
  readonly levels:
    | { readonly request?: LevelReasons; readonly response?: LevelReasons }
    | { readonly both: LevelReasons };
}

/** A small pure function that looks at one matched pair for one kind of difference. */
export interface Rule<Pair> extends RuleData {
  check(pair: Pair): readonly Difference[];
}

/** Creates a rule from its data and its check. */
export function defineRule<Pair>(data: RuleData, check: (pair: Pair) => readonly Difference[]): Rule<Pair> {
  return { ...data, check };
}

/** A difference that a rule found within one pair. */
export interface Difference {
  readonly level: ChangeLevel;
  /** The property that it is about, below the value that was compared. */
  readonly field?: string;
  /** The function that it is about, unless that is the operation that was compared. */
  readonly operation?: string;
  /** JSON pointer into the head, or into the base for what was removed. */
  readonly pointer: string;
  /**
   * Words the difference.
   *
   * @param value - what it is about: a field such as `` `owner.id` ``, `the body` or `the result`
   * @param subject - who sends or gets that value
   */
  message(value: string, subject: Subject): string;
  readonly before?: unknown;
  readonly after?: unknown;
  /** The parameter that it is about, as the arguments name it before and after. */
  readonly argument?: { readonly base?: string; readonly head?: string };
  /** Whether it is one difference for both directions, such as a text. */
  readonly isNeutral?: boolean;
  /** Which code to show before and after; none by default. */
  readonly migration?: MigrationHint | undefined;
}

/** The subject of a message: functions, webhooks or a type, with verbs that agree with it. */
export interface Subject {
  /** Such as `` `listProjects` and `getProject` ``. */
  readonly name: string;
  /** The verb for one function or for several. */
  verb(singular: string, plural: string): string;
  /** A verb for a value: `takes` in requests; `returns` in responses, `sends` for a webhook, `has` for a type. */
  handles(direction: Direction): string;
  /** The same as `handles("response")`. */
  readonly gives: string;
  /** `return`, `send` or `have`, after `may`. */
  readonly give: string;
  /** A value as its own: `` `search` of `listProjects` ``. */
  of(value: string): string;
  /** ` with status 404`; empty for a success. */
  readonly status: string;
}

/** The code to show before and after. */
export type MigrationHint =
  /** The call itself; `isRequired` says that the value could be left out before. */
  | { readonly what: "call"; readonly isRequired?: boolean }
  /** The import of the function. */
  | { readonly what: "import" }
  /** The import of all functions of a module. */
  | { readonly what: "module"; readonly from: string; readonly to: string }
  /** The import of a type by its name. */
  | { readonly what: "type"; readonly before: string; readonly after?: string }
  /** A method of the class by its name. */
  | { readonly what: "method"; readonly before: string; readonly after: string }
  /** The function that makes a credential, by its name. */
  | { readonly what: "credential"; readonly before: string; readonly after?: string }
  /** The credentials that the client carries: alternatives, each a list of names of schemes. */
  | {
      readonly what: "credentials";
      readonly before: readonly (readonly string[])[];
      readonly after: readonly (readonly string[])[];
    }
  /** The iteration over the pages. */
  | { readonly what: "pages" }
  /** The handling of a documented status. */
  | { readonly what: "status"; readonly status: string }
  /** A field of the result, with its type before and after. */
  | {
      readonly what: "result";
      readonly how: "removed" | "optional" | "type";
      readonly before: string;
      /** Absent where the field was removed. */
      readonly after?: string;
    };

import type { ChangeLevel } from "./change.ts";

/** Which way a value goes: what callers send, or what they get. A webhook's body is something that they get. */
export type Direction = "request" | "response";

/** Who a finding is about, in the words of a message: one function or several, a webhook, or a type. */
export interface Who {
  /** Such as `` `listProjects` and `getProject` ``. */
  readonly name: string;
  /** The verb for one or for several. */
  verb(one: string, several: string): string;
  /** `returns`, `sends` or `has`, for what callers get. */
  readonly gives: string;
  /** A thing as one of theirs: `` `search` of `listProjects` ``. */
  of(it: string): string;
  /** ` with status 404`, where it is not about a success; else empty. */
  readonly status: string;
}

/** What a rule found between two things. */
export interface Finding {
  readonly level: ChangeLevel;
  /** The property that it is about, below the thing that was compared. */
  readonly field?: string;
  /** The function that it is about, where that does not go without saying. */
  readonly operation?: string;
  /** Where it stands in the head, or in the base what is gone. */
  readonly pointer: string;
  /**
   * Says it.
   *
   * @param it What it is about, by its name, such as `` `owner.id` ``.
   */
  say(it: string, who: Who): string;
  readonly before?: unknown;
  readonly after?: unknown;
  /** The parameter that it is about, as the arguments have it before and after. */
  readonly argument?: { readonly base?: string; readonly head?: string };
  /** Whether it is the same for both directions. */
  readonly isNeutral?: boolean;
  /** What is to be shown of a call before and after; nothing by default. */
  readonly shows?: Shows | undefined;
}

/** What a migration note shows. */
export type Shows =
  /** The call itself; what is required now may have been left out before. */
  | { readonly what: "call"; readonly isRequired?: boolean }
  /** Where the function is imported from. */
  | { readonly what: "import" }
  /** Where all functions of a module are imported from. */
  | { readonly what: "module"; readonly from: string; readonly to: string }
  /** A method of the class by its name. */
  | { readonly what: "method"; readonly before: string; readonly after: string }
  /** A function that makes a credential, by its name. */
  | { readonly what: "credential"; readonly before: string; readonly after?: string }
  /** The credentials that the client carries: alternatives of names of schemes. */
  | {
      readonly what: "credentials";
      readonly before: readonly (readonly string[])[];
      readonly after: readonly (readonly string[])[];
    }
  /** The walk through the pages. */
  | { readonly what: "pages" }
  /** A status that answers are told apart by. */
  | { readonly what: "status"; readonly status: string }
  /** A field of the result, with its type before and after. */
  | {
      readonly what: "result";
      readonly how: "gone" | "optional" | "type";
      readonly before: string;
      /** Absent where the field is gone. */
      readonly after?: string;
    };

/** A small pure function that looks at one pair of things for one kind of change. */
export interface Rule<Pair> {
  /** In kebab-case; the name of its file. */
  readonly name: string;
  check(pair: Pair): readonly Finding[];
}

/** Gives a rule its types. */
export function defineRule<Pair>(name: string, check: (pair: Pair) => readonly Finding[]): Rule<Pair> {
  return { name, check };
}

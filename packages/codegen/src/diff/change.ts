/** What a change does to callers: it breaks them, adds something, corrects behaviour, or only documents it better. */
export type ChangeLevel = "breaking" | "feature" | "fix" | "documentation";

/** The levels, most severe first. */
export const CHANGE_LEVELS: readonly ChangeLevel[] = ["breaking", "feature", "fix", "documentation"];

/** One change from the base to the head, wherever it occurs. */
export interface Change {
  readonly level: ChangeLevel;
  /** The id of the rule that found it, such as `property-removed`; `docs/diff-rules.md` lists them. */
  readonly rule: string;
  /** One sentence without its full stop, with the names that the generated client uses. */
  readonly message: string;
  /** JSON pointer into the bundled head, as a URI fragment; into the bundled base for what was removed. */
  readonly pointer: string;
  /** The function that it concerns, if it concerns exactly one. */
  readonly operationId?: string;
  /** All functions that it concerns, sorted; empty if it concerns none, such as a webhook. */
  readonly operations: readonly string[];
  /** The value in the base, if the rule compares values. */
  readonly before?: unknown;
  /** The value in the head. */
  readonly after?: unknown;
  /** How code changes, for a breaking change that code shows. */
  readonly migration?: Migration;
}

/** TypeScript that worked with the base, and its counterpart for the head. */
export interface Migration {
  readonly before: string;
  readonly after: string;
}

/** What the texts of a comparison need to know. */
export interface DiffOptions {
  /** What programs import the client from, for migrations. @default "./client.js" */
  readonly module?: string;
}

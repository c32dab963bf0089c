/** The effect of a change on callers: it breaks them, adds something, corrects behaviour, or only changes documentation. */
export type ChangeLevel = "breaking" | "feature" | "fix" | "documentation";

/** The levels, most severe first. */
export const CHANGE_LEVELS: readonly ChangeLevel[] = ["breaking", "feature", "fix", "documentation"];

/** One change from the base to the head, wherever it occurs. */
export interface Change {
  readonly level: ChangeLevel;
  /** The id of the rule that found it, such as `property-removed`; `docs/diff-rules.md` lists them. */
  readonly rule: string;
  /** One sentence without a full stop. Names are those of the generated client. */
  readonly message: string;
  /** JSON pointer into the bundled head, as a URI fragment; into the bundled base for what was removed. */
  readonly pointer: string;
  /** The affected function, if there is exactly one. */
  readonly operationId?: string;
  /** All affected functions, sorted; empty for a change of a webhook, for example. */
  readonly operations: readonly string[];
  /** The value in the base, if the rule compares values. */
  readonly before?: unknown;
  /** The value in the head. */
  readonly after?: unknown;
  /** The code before and after, for a breaking change that requires other code. */
  readonly migration?: Migration;
}

/** TypeScript that worked with the base, and its counterpart for the head. */
export interface Migration {
  readonly before: string;
  readonly after: string;
}

/** Options of the texts of a comparison. */
export interface DiffOptions {
  /** What programs import the client from, for migrations. @default "./client.js" */
  readonly module?: string;
}

/** What a change does to callers: it breaks them, offers something new, mends behaviour, or only says it better. */
export type ChangeLevel = "breaking" | "feature" | "fix" | "documentation";

/** The levels, the gravest first. */
export const CHANGE_LEVELS: readonly ChangeLevel[] = ["breaking", "feature", "fix", "documentation"];

/** One difference of meaning between two descriptions. */
export interface Change {
  readonly level: ChangeLevel;
  /** Name of the rule that found it, such as `property-removed`. */
  readonly rule: string;
  /** One sentence in the words of the generated client: functions and fields by their names there. */
  readonly message: string;
  /** JSON pointer into the bundled head, as a URI fragment; into the bundled base for what is gone. */
  readonly pointer: string;
  /** The function that it concerns, where it is only one. */
  readonly operationId?: string;
  /** All functions that it concerns, sorted; empty where it concerns none, as a webhook. */
  readonly operations: readonly string[];
  /** What stood there, where a value tells more than the message. */
  readonly before?: unknown;
  /** What stands there now. */
  readonly after?: unknown;
  /** How calls change, of breaking changes that a call or its result shows. */
  readonly migration?: Migration;
}

/** TypeScript that worked with the base, and the same for the head. */
export interface Migration {
  readonly before: string;
  readonly after: string;
}

/** A type that programs could import by its name, and that has another one, or none. */
export interface TypeRename {
  readonly from: string;
  /** Absent where no type of the same meaning is left. */
  readonly to?: string;
}

/** Everything that tells two descriptions apart. */
export interface Comparison {
  /** The gravest first, then by place. */
  readonly changes: readonly Change[];
  /** Types without their old name. Nothing on the wire depends on it, so they are no changes. */
  readonly renamedTypes: readonly TypeRename[];
}

/** What the texts of a comparison need to know. */
export interface DiffOptions {
  /** What programs import the client from, for the notes on migration. @default "./client.js" */
  readonly module?: string;
}

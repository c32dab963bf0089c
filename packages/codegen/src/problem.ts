/** How much a problem matters: an `error` stops the generation, a `warning` says what was assumed. */
export type ProblemLevel = "error" | "warning";

/** Something found in a description, with the place where a person can mend it. */
export interface Problem {
  readonly level: ProblemLevel;
  /** One sentence: what is wrong, and for a warning what was done about it. */
  readonly message: string;
  /** Path or URL of the file. */
  readonly file?: string;
  /** Line in the file, counted from 1. */
  readonly line?: number;
  /** JSON pointer within the file (RFC 6901), as a URI fragment. */
  readonly pointer?: string;
}

/** Thrown when a description or a setting makes generation impossible. Nothing has been written. */
export class GenerateError extends Error {
  override readonly name = "GenerateError";
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(problems.map(formatProblem).join("\n"));
    this.problems = problems;
  }
}

/** Prints a problem the way compilers do: `file:line pointer: level: message`. */
export function formatProblem({ level, message, file, line, pointer }: Problem): string {
  const place = [file && (line ? `${file}:${line}` : file), pointer].filter(Boolean).join(" ");
  return `${place ? `${place}: ` : ""}${level}: ${message}`;
}

/** Takes a problem that was found. */
export type Report = (problem: Problem) => void;

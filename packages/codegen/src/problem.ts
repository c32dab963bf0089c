/** An `error` stops the generation; a `warning` reports a defect that was repaired. */
export type ProblemLevel = "error" | "warning";

/** A defect of a description or a setting, with its location. */
export interface Problem {
  readonly level: ProblemLevel;
  /** One sentence: the defect, and for a warning also the repair. */
  readonly message: string;
  /** Path or URL of the file. */
  readonly file?: string;
  /** Line in the file, counted from 1. */
  readonly line?: number;
  /** JSON pointer within the file (RFC 6901), as a URI fragment. */
  readonly pointer?: string;
}

/** The description or a setting is invalid. No file has been written. */
export class GenerateError extends Error {
  override readonly name = "GenerateError";
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(problems.map(formatProblem).join("\n"));
    this.problems = problems;
  }
}

/** Formats a problem like a compiler message: `file:line pointer: level: message`. */
export function formatProblem({ level, message, file, line, pointer }: Problem): string {
  const place = [file && (line ? `${file}:${line}` : file), pointer].filter(Boolean).join(" ");
  return `${place ? `${place}: ` : ""}${level}: ${message}`;
}

/** Receives a problem. */
export type Report = (problem: Problem) => void;

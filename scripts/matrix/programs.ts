import { isDeepStrictEqual } from "node:util";
import { EXPECTED, MAINS, PROGRAMS } from "../release/program.ts";
import type { Project } from "../release/project.ts";

export const SDK = "@keynest/sdk";

/** Writes the program into a project, in all its forms, with a file that runs it. */
export function writePrograms(project: Project): void {
  for (const [kind, text] of Object.entries(PROGRAMS)) project.write(`program.${kind}`, text);
  for (const [kind, text] of Object.entries(MAINS)) project.write(`main.${kind}`, text);
}

/** Holds what the program printed against what it should print. @throws Error if it is something else. */
export function expectResult(printed: string): void {
  let result: unknown;
  try {
    result = JSON.parse(printed);
  } catch {
    throw new Error(`The program printed: ${printed}`);
  }
  if (!isDeepStrictEqual(result, EXPECTED))
    throw new Error(`The program came to ${JSON.stringify(result)}, not to ${JSON.stringify(EXPECTED)}`);
}

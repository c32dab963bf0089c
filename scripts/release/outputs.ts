import { randomUUID } from "node:crypto";
import { appendFileSync } from "node:fs";
import { printLine } from "../terminal.ts";

/** Sets outputs for later jobs of a workflow. Prints them outside a workflow. */
export function setOutputs(outputs: Readonly<Record<string, string>>): void {
  const { GITHUB_OUTPUT: file } = process.env;
  for (const [name, value] of Object.entries(outputs)) {
    const end = randomUUID();
    if (file === undefined) printLine(`${name}:\n${value}`);
    else appendFileSync(file, `${name}<<${end}\n${value}\n${end}\n`);
  }
}

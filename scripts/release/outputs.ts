import { randomUUID } from "node:crypto";
import { appendFileSync } from "node:fs";
import { say } from "../terminal.ts";

/** Gives later jobs of a workflow values, each under its name. Prints them where no workflow runs. */
export function setOutputs(outputs: Readonly<Record<string, string>>): void {
  const { GITHUB_OUTPUT: file } = process.env;
  for (const [name, value] of Object.entries(outputs)) {
    const end = randomUUID();
    if (file === undefined) say(`${name}:\n${value}`);
    else appendFileSync(file, `${name}<<${end}\n${value}\n${end}\n`);
  }
}
